/** What is done about deadlines that come near and pass: the watch of each plan, and the inspectors' follow-up. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "deadline",
            "document",
            "notification",
            "web",
            "worklist"
        })
package vn.plancascade.followup;
