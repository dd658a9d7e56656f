/** The way to the database: how long it may take, what goes on while it is away or its pool is empty, and what need not be asked again. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package vn.plancascade.database;
