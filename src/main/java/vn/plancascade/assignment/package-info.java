/** Who answers for the tasks of a plan as a whole, how far they have come, and what the units' own plans and reports say of them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "engine",
            "organisation",
            "deadline",
            "document",
            "worklist",
            "notification",
            "followup",
            "plan",
            "report",
            "web"
        })
package vn.plancascade.assignment;
