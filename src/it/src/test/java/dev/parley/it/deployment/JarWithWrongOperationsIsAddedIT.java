package dev.parley.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.it.deployment.greetings.Greetings;
import dev.parley.it.deployment.greetings.LostGreetings;
import dev.parley.it.deployment.greetings.MoreGreetings;
import dev.parley.it.deployment.greetings.OddGreetings;
import dev.parley.it.server.Once;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mistake is found when the EAR is deployed, and the message says where it is. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@Tag(Once.TAG)
@InShares(on = Configuration.H2)
class JarWithWrongOperationsIsAddedIT {

    private static final String TWICE = "two methods for one name";
    private static final String LOST = "an operation in a class that is no bean";
    private static final String ODD = "a method that cannot serve";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = TWICE, managed = false, testable = false)
    static EnterpriseArchive twice() {
        return ParleyEar.add(
                ParleyEar.as("parley-twice.ear"), ParleyEar.operations(Greetings.class, MoreGreetings.class));
    }

    @Deployment(name = ODD, managed = false, testable = false)
    static EnterpriseArchive odd() {
        return ParleyEar.add(ParleyEar.as("parley-odd.ear"), ParleyEar.operations(OddGreetings.class));
    }

    @Deployment(name = LOST, managed = false, testable = false)
    static EnterpriseArchive lost() {
        return ParleyEar.add(
                ParleyEar.as("parley-lost.ear"), ParleyEar.operations(Greetings.class, LostGreetings.class));
    }

    @Test
    void aClassThatIsNoBeanIsNamed() {
        assertThat(reasonWhyItIsNotDeployed(LOST))
                .contains(LostGreetings.class.getName() + " is no bean, and @Operation on ", "@ApplicationScoped");
    }

    @Test
    void twoMethodsForOneNameAreNamed() {
        assertThat(reasonWhyItIsNotDeployed(TWICE))
                .contains("greet", Greetings.class.getName(), MoreGreetings.class.getName());
    }

    @Test
    void aMethodThatCannotServeIsNamed() {
        assertThat(reasonWhyItIsNotDeployed(ODD)).contains("greet-oddly", OddGreetings.class.getName(), "greetOddly");
    }

    private String reasonWhyItIsNotDeployed(String deployment) {
        Throwable thrown = catchThrowable(() -> deployer.deploy(deployment));
        if (thrown == null) {
            deployer.undeploy(deployment);
        }
        assertThat(thrown).as("the deployment of " + deployment).isNotNull();
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
