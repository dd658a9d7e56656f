/** The way to the database: how long it may take, and what goes on while it is away or its pool is empty. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package vn.plancascade.database;
