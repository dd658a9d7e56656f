package vn.plancascade.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;

/** Has the engine built after other beans; declare it as a static bean. */
public final class EngineAfter extends AbstractDependsOnBeanFactoryPostProcessor {

    public EngineAfter(String... beans) {
        super(ProcessEngineConfigurationImpl.class, beans);
    }
}
