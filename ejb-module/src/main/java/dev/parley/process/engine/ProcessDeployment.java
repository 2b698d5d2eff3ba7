package dev.parley.process.engine;

import dev.parley.engine.commit.Opening;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The deployment of processes that are defined in code: their definitions are stored as an operator's are, on each
 * node, which changes nothing where the same are there already. What is wrong with one ends the deployment.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProcessDeployment {

    @Inject
    DeployedProcesses deployed;

    @Inject
    StoredProcesses processes;

    @Inject
    Opening opening;

    @PostConstruct
    void start() {
        opening.whenOpen(this::deploy);
    }

    private void deploy() {
        deployed.definitions().forEach(processes::deploy);
    }
}
