/** What people are told: notices, written in the transaction of the step that they tell of. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation", "deadline", "document", "web"})
package vn.plancascade.notification;
