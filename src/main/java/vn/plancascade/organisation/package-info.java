/** Units, their two trees, people and their dated roles. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "web"})
package vn.plancascade.organisation;
