/** What units ask for about their duties: more time, which an inspector grants within the plan's limit and a leader beyond it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation", "deadline", "notification", "worklist", "web"})
package vn.plancascade.request;
