/** Camunda's configuration and the product's clock. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "database"})
package vn.plancascade.engine;
