/** The one authority for time: working days, due moments, and the obligations that carry them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "engine", "organisation", "document", "web"})
package vn.plancascade.deadline;
