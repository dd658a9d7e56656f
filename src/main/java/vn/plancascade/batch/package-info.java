/** What is done to many duties at once: previewed, run in the background duty by duty, and looked at while it runs. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "deadline",
            "followup",
            "worklist",
            "audit",
            "engine",
            "database"
        })
package vn.plancascade.batch;
