package dev.parley.bench.byhand;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** Acknowledges an order once its row and the message about it are committed. */
@Path("orders")
@RequestScoped
public class OrdersByHand {

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext context;

    @Resource(lookup = "java:/jms/queue/bench/work")
    Queue work;

    @PersistenceContext(unitName = "byhand")
    EntityManager entities;

    @Context
    UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Response accept(Order order) {
        String body = order.json();
        HandledRequest request = new HandledRequest(order.orderId(), body);
        entities.persist(request);
        context.createProducer().setJMSCorrelationID(request.id()).send(work, body);
        return Response.accepted(Map.of("id", request.id(), "status", "ACCEPTED"))
                .location(uri.getAbsolutePathBuilder().path(request.id()).build())
                .build();
    }
}
