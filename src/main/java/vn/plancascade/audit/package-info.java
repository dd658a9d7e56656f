/** Who did what: one list of the acts of all people, to which lines are only added. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "organisation", "deadline"})
package vn.plancascade.audit;
