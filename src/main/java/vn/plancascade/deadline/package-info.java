/** The one authority for time: working days, due moments, and the obligations that carry them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation", "document", "web"})
package vn.plancascade.deadline;
