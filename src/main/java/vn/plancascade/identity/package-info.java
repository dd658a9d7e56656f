/** Who is at the door and what they may do: login, rights at the engine, candidate groups. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"database", "kernel", "organisation", "web"})
package vn.plancascade.identity;
