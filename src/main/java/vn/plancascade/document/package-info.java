/** Documents that leave a unit: for now the register that numbers them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation"})
package vn.plancascade.document;
