/** Units that merge, split, close, are renamed or moved in the middle of a year, and what becomes of what they owe. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation", "deadline", "notification", "web"})
package vn.plancascade.reorganisation;
