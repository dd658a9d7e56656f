/** Documents of the units: the register that numbers them, and the signed files. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation"})
package vn.plancascade.document;
