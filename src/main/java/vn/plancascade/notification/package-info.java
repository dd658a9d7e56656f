/** What people are told: notices, written in the transaction of the step that they tell of. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "engine", "organisation", "deadline", "document", "web"})
package vn.plancascade.notification;
