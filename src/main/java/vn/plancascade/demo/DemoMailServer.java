package vn.plancascade.demo;

import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server inside the demo, on a free port of this machine, that takes every mail and lets none out. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMailServer {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    DemoFiles demoFiles(GreenMail server) {
        UserManager users = server.getUserManager();
        DemoFiles files = new DemoFiles(users.getMessageDeliveryHandler());
        users.setMessageDeliveryHandler(files);
        return files;
    }

    /**
     * In place of Spring Boot's, which would ask for a host; neither encrypted nor with a login, as it stays in here.
     *
     * @param port of another server on this machine that takes the mails instead; 0 for the one in here
     */
    @Bean
    JavaMailSenderImpl mailSender(GreenMail server, @Value("${plan-cascade.demo.mail-port:0}") int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port == 0 ? server.getSmtp().getPort() : port);
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "10000");
        return sender;
    }
}
