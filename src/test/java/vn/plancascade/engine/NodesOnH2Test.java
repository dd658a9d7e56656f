package vn.plancascade.engine;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:nodes;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
class NodesOnH2Test extends NodesScenario {}
