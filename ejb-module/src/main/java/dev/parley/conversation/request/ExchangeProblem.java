package dev.parley.conversation.request;

import dev.parley.message.ProblemKind;

/** The problems of requests, and of the answers of providers. */
public enum ExchangeProblem implements ProblemKind {
    TYPE_MISSING(400, "No operation named"),
    EXCHANGE_UNKNOWN(400, "Message exchange pattern unknown"),
    DEADLINE_INVALID(400, "Deadline not understood"),
    OPERATION_FAILED(500, "Operation failed"),
    PROVIDER_TIMEOUT(504, "No provider answered"),
    PROVIDER_GONE(503, "No provider any more"),
    PROVIDER_ANSWER_UNUSABLE(502, "The provider's answer cannot be read"),
    CANCELLED(409, "Cancelled"),
    WITHDRAWN(409, "Withdrawn"),
    CORRELATION_UNKNOWN(0, "Answer that nobody waits for"),
    KIND_UNKNOWN(0, "Kind of answer unknown"),
    FAULT_INVALID(0, "Fault without a problem object"),
    FAULT_UNTOLD(0, "Fault that nobody can be told");

    private final int status;
    private final String title;

    ExchangeProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
