/** Documents of the units: how they are laid out, the register that numbers them, and the files. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation", "web"})
package vn.plancascade.document;
