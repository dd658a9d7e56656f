/** The demo deployment: sample units and people, the sample plan, and a clock that can be moved. Profile demo only. */
@org.springframework.modulith.ApplicationModule
package vn.plancascade.demo;
