package vn.plancascade.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.plancascade.PlanCascadeApplication;

/** A second instance of the product on a database that a test's own application uses. */
public final class OtherInstance implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final ProcessEngine first;

    /** @param first the other application's, which Camunda's interfaces find in a register of the whole machine */
    public OtherInstance(String database, ProcessEngine first, String... properties) {
        this.first = first;
        application = new SpringApplicationBuilder(PlanCascadeApplication.class)
                .properties(properties)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres");
    }

    public int port() {
        return Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        application.close();
        ProcessEngines.registerProcessEngine(first);
    }
}
