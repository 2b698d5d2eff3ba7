SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.ordering_effect (
    id character varying(36) NOT NULL,
    operation character varying(100) NOT NULL,
    message_id character varying(512) NOT NULL,
    conversation_id character varying(512) NOT NULL,
    detail character varying(4000) NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.ordering_label_attempt (
    id character varying(36) NOT NULL,
    message_id character varying(512) NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.ordering_van (
    plate character varying(20) NOT NULL,
    holder character varying(300)
);
CREATE TABLE public.parley_conversation (
    id character varying(64) NOT NULL,
    version integer NOT NULL,
    status character varying(16) NOT NULL,
    operation character varying(100) NOT NULL,
    exchange character varying(20) NOT NULL,
    sender character varying(300) NOT NULL,
    owner character varying(255),
    message_id character varying(255) NOT NULL,
    correlation_id character varying(255) NOT NULL,
    reply_to character varying(300),
    fault_to character varying(300),
    acknowledge boolean NOT NULL,
    state character varying(32768),
    attempts integer NOT NULL,
    last_failure character varying(1000),
    journal_length integer NOT NULL,
    created_at timestamp(6) with time zone NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    ended boolean NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    hops integer DEFAULT 0 NOT NULL,
    ticket character varying(64),
    provider character varying(300),
    asked integer DEFAULT 0 NOT NULL,
    pausing boolean DEFAULT false NOT NULL,
    step_at timestamp(6) with time zone,
    turn integer,
    awaiting boolean DEFAULT false NOT NULL,
    kept_state character varying(1048576),
    request_at integer DEFAULT 1 NOT NULL,
    message_group character varying(255)
);
CREATE TABLE public.parley_grant (
    id character varying(36) NOT NULL,
    pool character varying(100) NOT NULL,
    holder character varying(300) NOT NULL,
    ping_to character varying(300),
    state character varying(12) NOT NULL,
    place_at timestamp(6) with time zone NOT NULL,
    reference character varying(255),
    token bigint NOT NULL,
    asked_at timestamp(6) with time zone NOT NULL,
    granted_at timestamp(6) with time zone,
    confirmed_at timestamp(6) with time zone,
    ping_id character varying(80),
    ping_attempt integer NOT NULL,
    answer_by timestamp(6) with time zone,
    answered character varying(80),
    rounds integer NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    ended character varying(12),
    request_key character varying(255)
);
CREATE TABLE public.parley_inbox (
    sender character varying(300) NOT NULL,
    message_id character varying(255) NOT NULL,
    conversation_id character varying(64) NOT NULL,
    content_hash character(64) NOT NULL
);
CREATE TABLE public.parley_journal (
    conversation_id character varying(64) NOT NULL,
    sequence integer NOT NULL,
    direction character varying(3) NOT NULL,
    kind character varying(8) NOT NULL,
    type character varying(100) NOT NULL,
    sent_from character varying(300) NOT NULL,
    sent_to character varying(300),
    message_id character varying(300) NOT NULL,
    correlation_id character varying(255) NOT NULL,
    at timestamp(6) with time zone NOT NULL,
    body character varying(1048576) NOT NULL,
    turn integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.parley_kept (
    conversation_id character varying(64) NOT NULL,
    message_id character varying(255) NOT NULL,
    turn integer NOT NULL,
    operation character varying(100) NOT NULL,
    exchange character varying(20) NOT NULL,
    sender character varying(300) NOT NULL,
    owner character varying(255),
    correlation_id character varying(255) NOT NULL,
    reply_to character varying(300),
    fault_to character varying(300),
    acknowledge boolean NOT NULL,
    state character varying(32768),
    hops integer NOT NULL,
    kept_at timestamp(6) with time zone NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    acknowledgment character varying(4000),
    body character varying(1048576) NOT NULL
);
CREATE TABLE public.parley_mail (
    "position" bigint NOT NULL,
    mailbox bigint NOT NULL,
    message_id character varying(255) NOT NULL,
    sender character varying(300) NOT NULL,
    type character varying(255),
    content_type character varying(255),
    body character varying(1048576) NOT NULL,
    size integer NOT NULL,
    correlation_id character varying(255),
    conversation_id character varying(64),
    reply_to character varying(300),
    fault_to character varying(300),
    group_key character varying(255),
    group_id bigint,
    sent_at timestamp(6) with time zone NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    available_at timestamp(6) with time zone NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    deliveries integer NOT NULL,
    lock_key character varying(40),
    locked_until timestamp(6) with time zone,
    properties character varying(1048576)
);
CREATE TABLE public.parley_mail_dead (
    mailbox bigint NOT NULL,
    "position" bigint NOT NULL,
    message_id character varying(255) NOT NULL,
    sender character varying(300) NOT NULL,
    type character varying(255),
    content_type character varying(255),
    body character varying(1048576) NOT NULL,
    size integer NOT NULL,
    correlation_id character varying(255),
    conversation_id character varying(64),
    reply_to character varying(300),
    fault_to character varying(300),
    group_key character varying(255),
    sent_at timestamp(6) with time zone NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    deliveries integer NOT NULL,
    reason character varying(40) NOT NULL,
    died_at timestamp(6) with time zone NOT NULL,
    properties character varying(1048576)
);
CREATE TABLE public.parley_mail_group (
    id bigint NOT NULL,
    mailbox bigint NOT NULL,
    group_key character varying(255) NOT NULL
);
ALTER TABLE public.parley_mail_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parley_mail_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.parley_mail_key (
    mailbox bigint NOT NULL,
    kind character varying(9) NOT NULL,
    sender character varying(300) NOT NULL,
    name character varying(255) NOT NULL,
    content_hash character(64) NOT NULL,
    answer character varying(65536) NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL
);
CREATE TABLE public.parley_mail_order (
    group_id bigint NOT NULL,
    "position" bigint NOT NULL,
    available_at timestamp(6) with time zone NOT NULL
);
ALTER TABLE public.parley_mail ALTER COLUMN "position" ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parley_mail_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.parley_mailbox (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    version bigint NOT NULL,
    owner character varying(255) NOT NULL,
    definition character varying(1048576) NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    updated_by character varying(255) NOT NULL
);
ALTER TABLE public.parley_mailbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parley_mailbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.parley_mailbox_size (
    mailbox bigint NOT NULL,
    messages bigint NOT NULL,
    bytes bigint NOT NULL
);
CREATE SEQUENCE public.parley_mailbox_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.parley_operation (
    name character varying(100) NOT NULL,
    version bigint NOT NULL,
    definition character varying(262144) NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    updated_by character varying(255) NOT NULL
);
CREATE SEQUENCE public.parley_operation_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.parley_outbox (
    "position" bigint NOT NULL,
    id character varying(36) NOT NULL,
    destination character varying(300) NOT NULL,
    order_key character varying(64),
    headers character varying(1048576) NOT NULL,
    body character varying(1048576) NOT NULL,
    written_at timestamp(6) with time zone NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    tries integer NOT NULL
);
ALTER TABLE public.parley_outbox ALTER COLUMN "position" ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.parley_outbox_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.parley_pool (
    name character varying(100) NOT NULL,
    version bigint NOT NULL,
    owner character varying(255) NOT NULL,
    definition character varying(1048576) NOT NULL,
    capacity integer NOT NULL,
    tight integer NOT NULL,
    lease boolean NOT NULL,
    held integer NOT NULL,
    waiting integer NOT NULL,
    token bigint NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    updated_by character varying(255) NOT NULL
);
CREATE TABLE public.parley_pool_token (
    pool character varying(100) NOT NULL,
    token bigint NOT NULL
);
CREATE SEQUENCE public.parley_pool_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.parley_provider (
    address character varying(300) NOT NULL,
    passed_over_until timestamp(6) with time zone NOT NULL
);
CREATE TABLE public.parley_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE public.parley_uptime (
    id integer NOT NULL,
    seen_at timestamp(6) with time zone NOT NULL,
    resumed_at timestamp(6) with time zone NOT NULL
);
INSERT INTO public.ordering_effect VALUES ('f17dc033-0c86-4d10-940d-162b50f8820d', 'place-order', 'succeeded', 'succeeded', '2 x lamp for Ada', '@{PT-21.618784272S}');
INSERT INTO public.ordering_effect VALUES ('2ea6f9c7-d7c9-4c61-8032-8bd1c474ad4d', 'record-visit', 'succeeded-in-only', 'succeeded-in-only', '/a', '@{PT-20.775050272S}');
INSERT INTO public.ordering_effect VALUES ('eb4df33b-dd2a-4609-8ab8-3908a7b2970d', 'place-order', 'jms-succeeded', 'jms-succeeded', '2 x lamp for Ada', '@{PT-20.006603272S}');
INSERT INTO public.ordering_effect VALUES ('d7757675-40a0-4be3-936e-28bf182e85b6', 'bargain', 'bargain-ended-1', 'bargain-ended', 'offer 1: 60', '@{PT-19.911788272S}');
INSERT INTO public.ordering_effect VALUES ('57336802-ebab-4c35-a308-f3a21423976f', 'bargain', 'bargain-ended-2', 'bargain-ended', 'offer 2: 80', '@{PT-19.102919272S}');
INSERT INTO public.ordering_effect VALUES ('7b825e8c-e5c0-45b8-ae77-15ee2b03eab2', 'bargain', 'bargain-awaited-1', 'bargain-awaited', 'offer 1: 60', '@{PT-3.043205272S}');
INSERT INTO public.ordering_effect VALUES ('52d23a62-b854-493f-88ab-b239fc877240', 'bargain', 'bargain-worked-on-1', 'bargain-worked-on', 'offer 1: 60', '@{PT-2.897793272S}');
INSERT INTO public.ordering_effect VALUES ('9cc0af6a-1bd9-4b5b-842f-24d5adc51fb6', 'bargain', 'jms-bargain-kept-1', 'jms-bargain-kept', 'offer 1: 60', '@{PT-2.831143272S}');
INSERT INTO public.ordering_effect VALUES ('0f66a00f-8e94-4cf8-9b6c-0b3db28b6501', 'bargain', 'bargain-kept-1', 'bargain-kept', 'offer 1: 60', '@{PT-2.503477272S}');
INSERT INTO public.ordering_label_attempt VALUES ('6c1a3e85-8da8-44e2-98c7-82c8574b051d', 'jms-failing', '@{PT-2.326478272S}');
INSERT INTO public.ordering_label_attempt VALUES ('38dcad7f-f0ca-40eb-9117-8c052f235985', 'jms-failing', '@{PT-1.110973272S}');
INSERT INTO public.ordering_van VALUES ('VAN-1', 'user:alice');
INSERT INTO public.ordering_van VALUES ('VAN-2', NULL);
INSERT INTO public.parley_conversation VALUES ('faulted', 2, 'FAULTED', 'reserve-stock', 'in-out', 'user:alice', 'alice', 'faulted', 'faulted', NULL, NULL, false, NULL, 1, NULL, 2, '@{PT-21.691921272S}', '@{PT-21.088921272S}', '@{PT59M38.031078728S}', true, '@{PT167H59M38.911078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('succeeded', 2, 'SUCCEEDED', 'place-order', 'in-out', 'user:alice', 'alice', 'succeeded', 'succeeded', NULL, NULL, false, NULL, 1, NULL, 2, '@{PT-23.772921272S}', '@{PT-21.206921272S}', '@{PT59M35.336078728S}', true, '@{PT167H59M38.793078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('succeeded-in-only', 2, 'SUCCEEDED', 'record-visit', 'in-only', 'user:alice', 'alice', 'succeeded-in-only', 'succeeded-in-only', NULL, NULL, false, NULL, 1, NULL, 1, '@{PT-21.320921272S}', '@{PT-20.765921272S}', '@{PT59M38.489078728S}', true, '@{PT167H59M39.234078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-faulted', 1, 'FAULTED', 'reserve-stock', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-faulted', 'jms-faulted', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', false, 'state of jms-faulted', 0, NULL, 2, '@{PT-20.385921272S}', '@{PT-20.324921272S}', '@{PT59M39.515078728S}', true, '@{PT167H59M39.675078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-bargain-without-first', 0, 'ACCEPTED', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, true, 'state of jms-bargain-without-first-2', 0, NULL, 0, '@{PT-2.580921272S}', '@{PT-2.580921272S}', '@{PT3M57.398078728S}', false, '@{PT3M57.398078728S}', 0, NULL, NULL, 0, false, NULL, 0, true, NULL, 0, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-bargain-kept', 0, 'RUNNING', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-1', 'jms-bargain-kept-1', 'queue:reply.alice.upgrade', NULL, false, 'state of jms-bargain-kept-1', 0, NULL, 2, '@{PT-2.832921272S}', '@{PT-2.829921272S}', '@{PT9M57.170078728S}', false, '@{PT3M57.318078728S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-succeeded', 2, 'SUCCEEDED', 'place-order', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-succeeded', 'jms-succeeded', 'queue:reply.alice.upgrade', NULL, true, 'state of jms-succeeded', 1, NULL, 3, '@{PT-20.280921272S}', '@{PT-19.982921272S}', '@{PT59M39.516078728S}', true, '@{PT167H59M40.017078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-ended', 4, 'SUCCEEDED', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-ended-2', 'bargain-ended-2', NULL, NULL, false, NULL, 0, NULL, 4, '@{PT-20.204921272S}', '@{PT-19.100921272S}', '@{PT59M40.588078728S}', true, '@{PT167H59M40.899078728S}', 0, NULL, NULL, 0, false, NULL, 2, false, '{"offers":1,"price":80.00}', 3, NULL);
INSERT INTO public.parley_conversation VALUES ('cancelled', 1, 'CANCELLED', 'quote-never', 'in-out', 'user:alice', 'alice', 'cancelled', 'cancelled', NULL, NULL, false, NULL, 0, NULL, 4, '@{PT-18.761921272S}', '@{PT-18.533921272S}', '@{PT59M41.178078728S}', true, '@{PT167H59M41.466078728S}', 0, '6bdqbq1EYhRY8oHhCESdELFt', 'queue:provider.never', 1, false, '@{PT59M41.178078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('expired', 1, 'EXPIRED', 'quote-never', 'in-out', 'user:alice', 'alice', 'expired', 'expired', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-18.374921272S}', '@{PT-17.350921272S}', '@{PT-17.394921272S}', true, '@{PT167H59M42.649078728S}', 0, 'ZMXV53gnHJ8XzJmjmrzLiujM', 'queue:provider.never', 1, false, '@{PT-17.394921272S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-by-mail', 0, 'RUNNING', 'quotes.new', 'in-out', 'user:alice', 'alice', 'asked-by-mail', 'asked-by-mail', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-14.635921272S}', '@{PT-14.635921272S}', '@{PT59M45.350078728S}', false, '@{PT59M45.350078728S}', 0, 'Jr6OOxMrtkTEwk1UdvDxQXh8', 'mailbox:quotes.new', 1, false, '@{PT59M45.350078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-by-locked-mail', 0, 'RUNNING', 'quotes.locked', 'in-out', 'user:alice', 'alice', 'asked-by-locked-mail', 'asked-by-locked-mail', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-14.499921272S}', '@{PT-14.499921272S}', '@{PT59M45.466078728S}', false, '@{PT59M45.466078728S}', 0, 'J_rKnh9zjxSka06vXN0UwCV3', 'mailbox:quotes.locked', 1, false, '@{PT59M45.466078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('01a227e7-6809-7afb-a085-e5aea8b771d8', 0, 'RUNNING', 'quotes.letters', 'in-out', 'operation:write-letter', NULL, 'letter-to-quotes.letters', 'letter-to-quotes.letters', 'operation:letter-is-answered', NULL, false, 'for letter-by-mail', 0, NULL, 2, '@{PT-14.217921272S}', '@{PT-14.217921272S}', '@{PT59M45.762078728S}', false, '@{PT59M45.762078728S}', 1, 'wzxY-sq_DlNY1wkYKJyPcdi9', 'mailbox:quotes.letters', 1, false, '@{PT59M45.762078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('letter-by-mail', 2, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter-by-mail', 'letter-by-mail', NULL, NULL, false, NULL, 1, NULL, 2, '@{PT-14.372921272S}', '@{PT-14.210921272S}', '@{PT59M45.605078728S}', true, '@{PT167H59M45.789078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-by-pool', 0, 'RUNNING', 'quote-by-pool', 'in-out', 'user:alice', 'alice', 'asked-by-pool', 'asked-by-pool', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.938921272S}', '@{PT-12.938921272S}', '@{PT59M47.050078728S}', false, '@{PT59M47.050078728S}', 0, '8w2PzW_Nc4zxxhSyebL_9CV6', 'queue:provider.petra', 1, false, '@{PT59M47.050078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-nobody', 0, 'RUNNING', 'quote-by-nobody', 'in-out', 'user:alice', 'alice', 'asked-nobody', 'asked-nobody', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-12.881921272S}', '@{PT-12.881921272S}', '@{PT59M47.107078728S}', false, '@{PT4M47.118078728S}', 0, 'pVB1GgjknUVY2V66Xohm14lV', NULL, 1, true, '@{PT4M47.118078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-asked', 0, 'RUNNING', 'quote', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-asked', 'jms-asked', 'queue:reply.alice.upgrade', NULL, false, 'state of jms-asked', 0, NULL, 2, '@{PT-12.566921272S}', '@{PT-12.566921272S}', '@{PT59M47.423078728S}', false, '@{PT59M47.423078728S}', 0, 'MRqoxioJCx7Nd_0_-eH-PicZ', 'queue:provider.patient', 1, false, '@{PT59M47.423078728S}', NULL, false, NULL, 1, 'group-7');
INSERT INTO public.parley_conversation VALUES ('asked', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked', 'asked', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.535921272S}', '@{PT-12.535921272S}', '@{PT59M47.424078728S}', false, '@{PT59M47.424078728S}', 0, 'p73EaMspteVh3GmLyJhEIRZ-', 'queue:provider.patient', 1, false, '@{PT59M47.424078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-in-only', 1, 'SUCCEEDED', 'quote', 'in-only', 'user:alice', 'alice', 'asked-in-only', 'asked-in-only', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.451921272S}', '@{PT-12.451921272S}', '@{PT59M47.498078728S}', true, '@{PT167H59M47.548078728S}', 0, 'pvOwA_u8V4bZ-ekOnhHnZx3x', 'queue:provider.patient', 1, false, '@{PT59M47.498078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-robustly', 0, 'RUNNING', 'quote', 'robust-in-only', 'user:alice', 'alice', 'asked-robustly', 'asked-robustly', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.389921272S}', '@{PT-12.389921272S}', '@{PT3M47.588078728S}', false, '@{PT3M47.588078728S}', 0, 'UvjICJBBmg8C6mHNoBnB2eZ-', 'queue:provider.patient', 1, false, '@{PT3M47.588078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-kept', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-1', 'bargain-kept-1', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-2.551921272S}', '@{PT-2.501921272S}', '@{PT9M57.498078728S}', false, '@{PT9M57.498078728S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-worked-on', 2, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-worked-on-2', 'bargain-worked-on-2', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-2.934921272S}', '@{PT-0.130921272S}', '@{PT59M59.846078728S}', false, '@{PT59M59.846078728S}', 0, NULL, NULL, 0, false, NULL, 2, false, '{"offers":1,"price":80.00}', 3, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-optionally', 0, 'RUNNING', 'quote', 'in-optional-out', 'user:alice', 'alice', 'asked-optionally', 'asked-optionally', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.345921272S}', '@{PT-12.345921272S}', '@{PT59M47.641078728S}', false, '@{PT59M47.641078728S}', 0, 'ZwgWXJ7ztlX1vaRNqCN_k_zq', 'queue:provider.patient', 1, false, '@{PT59M47.641078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('01a227e7-7062-784d-aa41-4f92bf2eb77c', 0, 'RUNNING', 'quote', 'in-out', 'operation:write-letter', NULL, 'letter-to-quote', 'letter-to-quote', 'operation:letter-is-answered', NULL, false, 'for letter', 0, NULL, 2, '@{PT-12.072921272S}', '@{PT-12.072921272S}', '@{PT59M47.908078728S}', false, '@{PT59M47.908078728S}', 1, 'EJm-rfhOKUVnOWaeISCTJAkI', 'queue:provider.patient', 1, false, '@{PT59M47.908078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('letter', 1, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter', 'letter', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.238921272S}', '@{PT-12.064921272S}', '@{PT59M47.732078728S}', true, '@{PT167H59M47.935078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-again', 2, 'RUNNING', 'quote-again', 'in-out', 'user:alice', 'alice', 'asked-again', 'asked-again', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-11.531921272S}', '@{PT-9.781921272S}', '@{PT59M48.456078728S}', false, '@{PT4M50.218078728S}', 0, 'G0f5T2T_4MsbQo-f7g-g4nPk', 'queue:provider.again', 2, false, '@{PT4M50.218078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-until-now', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked-until-now', 'asked-until-now', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.291921272S}', '@{PT-12.291921272S}', '@{PT3M47.688078728S}', false, '@{PT3M47.688078728S}', 0, 'jB5HmlYH7jGBv5fA51Dk_YCI', 'queue:provider.patient', 1, false, '@{PT3M47.688078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-and-acknowledged', 1, 'RUNNING', 'quote-acknowledged', 'in-out', 'user:alice', 'alice', 'asked-and-acknowledged', 'asked-and-acknowledged', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-11.919921272S}', '@{PT-11.711921272S}', '@{PT59M48.070078728S}', false, '@{PT59M48.070078728S}', 0, 'N3TU4_JFoexuLJciG1f-Hz83', 'queue:provider.acknowledging', 1, false, '@{PT59M48.070078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('pausing', 3, 'RUNNING', 'quote-later', 'in-out', 'user:alice', 'alice', 'pausing', 'pausing', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-9.700921272S}', '@{PT-6.454921272S}', '@{PT59M50.289078728S}', false, '@{PT4M53.545078728S}', 0, 'j0RkRKcDua7cLbeU4BxB2lQN', 'queue:provider.later', 2, true, '@{PT4M53.545078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-in-order', 1, 'RUNNING', 'quote-in-order', 'in-out', 'user:alice', 'alice', 'asked-in-order', 'asked-in-order', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-4.865921272S}', '@{PT-3.348921272S}', '@{PT59M55.121078728S}', false, '@{PT4M56.651078728S}', 0, 'c-qRhFgZs-s1QCgtX4V09WHr', 'queue:provider.first', 2, false, '@{PT4M56.651078728S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-awaited', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-awaited-1', 'bargain-awaited-1', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-3.169921272S}', '@{PT-3.031921272S}', '@{PT9M56.968078728S}', false, '@{PT9M56.968078728S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-failing', 2, 'RUNNING', 'print-label', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-failing', 'jms-failing', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', true, 'state of jms-failing', 2, 'java.lang.IllegalStateException: The printer jammed at attempt 2', 2, '@{PT-2.375921272S}', '@{PT-1.123921272S}', '@{PT3M57.587078728S}', false, '@{PT3M57.587078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted', 'accepted', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.506921272S}', '@{PT-0.506921272S}', '@{PT59M59.450078728S}', false, '@{PT59M59.450078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-robustly', 0, 'ACCEPTED', 'book-courier', 'robust-in-only', 'user:alice', 'alice', 'accepted-robustly', 'accepted-robustly', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.410921272S}', '@{PT-0.410921272S}', '@{PT59M59.566078728S}', false, '@{PT59M59.566078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-optionally', 0, 'ACCEPTED', 'book-courier', 'in-optional-out', 'user:alice', 'alice', 'accepted-optionally', 'accepted-optionally', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.369921272S}', '@{PT-0.369921272S}', '@{PT59M59.616078728S}', false, '@{PT59M59.616078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-in-only', 0, 'ACCEPTED', 'book-courier', 'in-only', 'user:alice', 'alice', 'accepted-in-only', 'accepted-in-only', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.337921272S}', '@{PT-0.337921272S}', '@{PT59M59.646078728S}', false, '@{PT59M59.646078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-for-a-queue', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-queue', 'accepted-for-a-queue', 'queue:reply.alice.upgrade', NULL, false, NULL, 0, NULL, 1, '@{PT-0.287921272S}', '@{PT-0.287921272S}', '@{PT59M59.698078728S}', false, '@{PT59M59.698078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-for-a-mailbox', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', 'mailbox:answers', NULL, false, NULL, 0, NULL, 1, '@{PT-0.246921272S}', '@{PT-0.246921272S}', '@{PT59M59.734078728S}', false, '@{PT59M59.734078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-until-now', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-until-now', 'accepted-until-now', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.201921272S}', '@{PT-0.201921272S}', '@{PT3M59.780078728S}', false, '@{PT3M59.780078728S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_grant VALUES ('01a227e7-6918-7c80-8f83-67e02ec52422', 'magazines', 'user:bob', NULL, 'WAITING', '@{PT-13.954921272S}', NULL, 0, '@{PT-13.954921272S}', NULL, NULL, NULL, 0, NULL, NULL, 0, '@{PT1H59M46.045078728S}', NULL, 'grant-of-magazines');
INSERT INTO public.parley_grant VALUES ('01a227e7-68e8-7bc2-b0e4-15716feed3d7', 'magazines', 'user:alice', 'mailbox:answers', 'ASKED', '@{PT-14.016921272S}', 'magazines/1', 1, '@{PT-14.016921272S}', '@{PT-14.016921272S}', '@{PT-14.016921272S}', '01a227e7-68e8-7bc2-b0e4-15716feed3d7.41dpOzITJvS2ZnF2COb4Nwcv', 1, '@{PT9M46.060078728S}', NULL, 0, '@{PT9M46.060078728S}', NULL, 'grant-of-magazines');
INSERT INTO public.parley_grant VALUES ('01a227e7-6a28-7019-9579-6e02df9503f0', 'vans', 'user:alice', NULL, 'HELD', '@{PT-13.707921272S}', 'VAN-1', 1, '@{PT-13.707921272S}', '@{PT-13.707921272S}', '@{PT-13.707921272S}', NULL, 0, NULL, NULL, 0, '@{PT1H50M0.950078728S}', NULL, 'grant-of-vans');
INSERT INTO public.parley_grant VALUES ('01a227e7-6a86-7a6b-b2f1-e5683f2d564e', 'vans', 'user:bob', NULL, 'RELEASED', '@{PT-13.596921272S}', 'VAN-2', 2, '@{PT-13.596921272S}', '@{PT-13.596921272S}', '@{PT-13.596921272S}', NULL, 0, NULL, NULL, 0, '@{PT167H59M46.455078728S}', 'RELEASED', 'grant-of-vans');
INSERT INTO public.parley_grant VALUES ('01a227e7-6b2f-7116-b260-1ccd00f0eaa6', 'leases', 'user:alice', NULL, 'HELD', '@{PT-13.428921272S}', 'leases/1', 1, '@{PT-13.428921272S}', '@{PT-13.428921272S}', '@{PT-13.428921272S}', NULL, 0, NULL, NULL, 0, '@{PT4M46.571078728S}', NULL, 'grant-of-leases');
INSERT INTO public.parley_grant VALUES ('01a227e7-6c62-7f17-9a70-779552b1aeb1', 'journals', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade', 'HELD', '@{PT-13.147921272S}', 'journals/1', 1, '@{PT-13.147921272S}', '@{PT-13.147921272S}', '@{PT-13.147921272S}', NULL, 0, NULL, NULL, 0, '@{PT1H54M23.613078728S}', NULL, 'grant-of-journals');
INSERT INTO public.parley_grant VALUES ('01a227e7-6ceb-74d1-8572-7cd8e3e69b9d', 'couriers', 'user:petra', 'queue:provider.petra', 'HELD', '@{PT-12.996921272S}', 'couriers/1', 1, '@{PT-12.996921272S}', '@{PT-12.996921272S}', '@{PT-12.996921272S}', NULL, 0, NULL, NULL, 0, '@{PT4M32.416078728S}', NULL, 'grant-of-couriers');
INSERT INTO public.parley_grant VALUES ('01a227e7-6dff-7f05-9bf0-137761acda21', 'late-couriers', 'user:petra', 'queue:provider.petra.late', 'HELD', '@{PT-12.780921272S}', 'late-couriers/1', 1, '@{PT-12.780921272S}', '@{PT-12.780921272S}', '@{PT-12.780921272S}', NULL, 0, NULL, NULL, 0, '@{PT4M31.403078728S}', NULL, 'grant-of-late-couriers');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'succeeded', 'succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'faulted', 'faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'succeeded-in-only', 'succeeded-in-only', '417461528974496bd403d14eda6bee3f8d09efd4b17230d599db386d168571c1');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-ended-1', 'bargain-ended', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-faulted', 'jms-faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-succeeded', 'jms-succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-ended-2', 'bargain-ended', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'cancelled', 'cancelled', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'expired', 'expired', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-by-mail', 'asked-by-mail', 'b3ba10da9efde2b0444fa7ba2d8d649bdc6c4a2a4f49642f6b3f3eb97d038573');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-by-locked-mail', 'asked-by-locked-mail', 'd892e655b097bd6de4117d9cde4c5bef84a67082e87d4147234360592d47b8f6');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'letter-by-mail', 'letter-by-mail', 'c46b70f624ffe84af9dc759b80f61115e0b7c5a8288e8cf986074d407faf0bce');
INSERT INTO public.parley_inbox VALUES ('operation:write-letter', 'letter-to-quotes.letters', '01a227e7-6809-7afb-a085-e5aea8b771d8', '5c45c6f1a30fd7997339f4a82e9cf98929bbed12e5085c0663fc0023bef568d8');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-by-pool', 'asked-by-pool', '4846c987a1d9723af6bd307a6550bd224df75cdca751a8bb7b3a2386b8aafbcc');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-nobody', 'asked-nobody', 'e8d78ad3b89c78a918e6fbfa728a3ef9bae3fc59f7b7ddbd07cfa9746d5864e3');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-asked', 'jms-asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked', 'asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-in-only', 'asked-in-only', '86bab927b8a8241dba72df0b5877ca780e8e470184edddc8d06d60b36f27af79');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-robustly', 'asked-robustly', '11fc64b879872f7198009284914cbff83b62e280329afcb60f3b82f8aae5c67d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-optionally', 'asked-optionally', '55be23f27ef12c4cc35a3ea44ad71685cbcc52a0b9de06ab768a2dfa0ab80101');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-until-now', 'asked-until-now', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'letter', 'letter', 'a17bbd94656968134690aaba655d7b96b7f4903a841af26c3f477ab5bf2ade51');
INSERT INTO public.parley_inbox VALUES ('operation:write-letter', 'letter-to-quote', '01a227e7-7062-784d-aa41-4f92bf2eb77c', 'bac4d9cb31193fbd92ff0e5977326221d03121ad3aeaf1e45caf5d1b26689a5a');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-and-acknowledged', 'asked-and-acknowledged', '7eac9d797a3296036fe84115033eb46b9976e871932dc1cea855772a9fe9c2d3');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-again', 'asked-again', '206bdc2910bcba20e06a62f9662ab7838bd6d6d20c3749012e5216bbeb8762c7');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'pausing', 'pausing', '3807ab01a0a3b548f8363805fce6c91e87ce9acdc0953111cee06f3636cd706d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-in-order', 'asked-in-order', 'dfd6f52cd5acd573b31f7a04bda32262bde1ca18f735f1a6c22e7100d16381a7');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-awaited-1', 'bargain-awaited', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-worked-on-1', 'bargain-worked-on', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-1', 'jms-bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-3', 'jms-bargain-kept', '6e508f2f8bec9b155195dac29e03addc6f8b912ef10905b22f586a46ff0c75c0');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-5', 'jms-bargain-kept', '88afbce959837be283e709a837072838d4fedc9b33a6671e0eff73b999b71d32');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-without-first-2', 'jms-bargain-without-first', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-4', 'jms-bargain-kept', '9e00f30d31c9384fa2236bb50d6baf43ecdaa900e7ae6713fe1d0e94fb35cbaa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-kept-1', 'bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-kept-3', 'bargain-kept', '6e508f2f8bec9b155195dac29e03addc6f8b912ef10905b22f586a46ff0c75c0');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-failing', 'jms-failing', 'ece53c4db21749629f61e7686fb943c5d784e6d2e6bcd82467fef4c8d0c7a836');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted', 'accepted', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted-robustly', 'accepted-robustly', '6373773ecc3b278bd0e2d37e126a098f68244d86f17f6d90728ac513d41795f5');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted-optionally', 'accepted-optionally', 'a4282eb5e71270e3493e227b301c73f5068c63e38957cdafb7846d496edf35e4');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted-in-only', 'accepted-in-only', 'e3a6caa96627621a633657f2a03fe6905eaef4b167240c259fd3b0287f7d7449');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted-for-a-queue', 'accepted-for-a-queue', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'accepted-until-now', 'accepted-until-now', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-worked-on-2', 'bargain-worked-on', 'd7b79cb54e9e1a7a659122af1b49c4518800872890ec53455afea6576c78fb4b');
INSERT INTO public.parley_journal VALUES ('succeeded', 1, 'IN', 'REQUEST', 'place-order', 'user:alice', 'operation:place-order', 'succeeded', 'succeeded', '@{PT-23.772921272S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0);
INSERT INTO public.parley_journal VALUES ('faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'user:alice', 'operation:reserve-stock', 'faulted', 'faulted', '@{PT-21.691921272S}', '{"item":"lamp","quantity":1000000}', 0);
INSERT INTO public.parley_journal VALUES ('succeeded-in-only', 1, 'IN', 'REQUEST', 'record-visit', 'user:alice', 'operation:record-visit', 'succeeded-in-only', 'succeeded-in-only', '@{PT-21.320921272S}', '{"page":"/a"}', 0);
INSERT INTO public.parley_journal VALUES ('succeeded', 2, 'OUT', 'REPLY', 'place-order', 'parley', NULL, 'succeeded.Reply', 'succeeded', '@{PT-21.179921272S}', '{"customer":"Ada","item":"lamp","orderId":"f17dc033-0c86-4d10-940d-162b50f8820d","quantity":2,"status":"PLACED"}', 0);
INSERT INTO public.parley_journal VALUES ('faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', NULL, 'faulted.Fault', 'faulted', '@{PT-21.076921272S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0);
INSERT INTO public.parley_journal VALUES ('jms-faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'queue:reply.alice.upgrade', 'operation:reserve-stock', 'jms-faulted', 'jms-faulted', '@{PT-20.385921272S}', '{"item":"lamp","quantity":1000000}', 0);
INSERT INTO public.parley_journal VALUES ('jms-faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', 'queue:reply.alice.upgrade.faults', 'jms-faulted.Fault', 'jms-faulted', '@{PT-20.303921272S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0);
INSERT INTO public.parley_journal VALUES ('jms-succeeded', 1, 'IN', 'REQUEST', 'place-order', 'queue:reply.alice.upgrade', 'operation:place-order', 'jms-succeeded', 'jms-succeeded', '@{PT-20.280921272S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0);
INSERT INTO public.parley_journal VALUES ('jms-succeeded', 2, 'OUT', 'ACK', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Ack', 'jms-succeeded', '@{PT-20.278921272S}', '{"conversationId":"jms-succeeded","messageId":"jms-succeeded","correlationId":"jms-succeeded","operation":"place-order","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-20.280921272S Z}","expiresAt":"@{PT59M39.516078728S Z}"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-1', 'bargain-ended-1', '@{PT-20.203921272S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('jms-succeeded', 3, 'OUT', 'REPLY', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Reply', 'jms-succeeded', '@{PT-19.982921272S}', '{"customer":"Ada","item":"lamp","orderId":"eb4df33b-dd2a-4609-8ab8-3908a7b2970d","quantity":2,"status":"PLACED"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.Reply', 'bargain-ended-1', '@{PT-19.834921272S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-2', 'bargain-ended-2', '@{PT-19.318921272S}', '{"item":"lamp","price":80}', 2);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 4, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.2.Reply', 'bargain-ended-2', '@{PT-19.096921272S}', '{"agreed":true,"item":"lamp","offers":2,"price":80}', 2);
INSERT INTO public.parley_journal VALUES ('cancelled', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'cancelled', 'cancelled', '@{PT-18.761921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('cancelled', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'cancelled.Request', 'cancelled:6bdqbq1EYhRY8oHhCESdELFt', '@{PT-18.746921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('cancelled', 3, 'IN', 'NOTICE', 'quote-never', 'user:alice', 'parley', 'cancelled.Cancel', 'cancelled', '@{PT-18.527921272S}', '{"cancel":true}', 0);
INSERT INTO public.parley_journal VALUES ('cancelled', 4, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'cancelled.Fault', 'cancelled', '@{PT-18.527921272S}', '{"type":"urn:parley:fault:cancelled","title":"Cancelled","status":409,"detail":"quote-never was cancelled; what had been begun elsewhere is not undone."}', 0);
INSERT INTO public.parley_journal VALUES ('expired', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'expired', 'expired', '@{PT-18.374921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('expired', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'expired.Request', 'expired:ZMXV53gnHJ8XzJmjmrzLiujM', '@{PT-18.366921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('expired', 3, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'expired.Fault', 'expired', '@{PT-17.348921272S}', '{"type":"urn:parley:fault:expired","title":"Deadline passed","status":504,"detail":"quote-never was not answered by @{PT-17.394921272S Z}; its provider was asked, and may have done it."}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-mail', 1, 'IN', 'REQUEST', 'quotes.new', 'user:alice', 'operation:quotes.new', 'asked-by-mail', 'asked-by-mail', '@{PT-14.635921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-mail', 2, 'OUT', 'REQUEST', 'quotes.new', 'parley', 'mailbox:quotes.new', 'asked-by-mail.Request', 'asked-by-mail:Jr6OOxMrtkTEwk1UdvDxQXh8', '@{PT-14.632921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-locked-mail', 1, 'IN', 'REQUEST', 'quotes.locked', 'user:alice', 'operation:quotes.locked', 'asked-by-locked-mail', 'asked-by-locked-mail', '@{PT-14.499921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-locked-mail', 2, 'OUT', 'REQUEST', 'quotes.locked', 'parley', 'mailbox:quotes.locked', 'asked-by-locked-mail.Request', 'asked-by-locked-mail:J_rKnh9zjxSka06vXN0UwCV3', '@{PT-14.499921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('letter-by-mail', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter-by-mail', 'letter-by-mail', '@{PT-14.372921272S}', '{"whom":"quotes.letters"}', 0);
INSERT INTO public.parley_journal VALUES ('01a227e7-6809-7afb-a085-e5aea8b771d8', 1, 'IN', 'REQUEST', 'quotes.letters', 'operation:write-letter', 'operation:quotes.letters', 'letter-to-quotes.letters', 'letter-to-quotes.letters', '@{PT-14.217921272S}', '{"whom":"quotes.letters"}', 0);
INSERT INTO public.parley_journal VALUES ('01a227e7-6809-7afb-a085-e5aea8b771d8', 2, 'OUT', 'REQUEST', 'quotes.letters', 'parley', 'mailbox:quotes.letters', '01a227e7-6809-7afb-a085-e5aea8b771d8.Request', '01a227e7-6809-7afb-a085-e5aea8b771d8:wzxY-sq_DlNY1wkYKJyPcdi9', '@{PT-14.217921272S}', '{"whom":"quotes.letters"}', 0);
INSERT INTO public.parley_journal VALUES ('letter-by-mail', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter-by-mail.Reply', 'letter-by-mail', '@{PT-14.210921272S}', '{}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-pool', 1, 'IN', 'REQUEST', 'quote-by-pool', 'user:alice', 'operation:quote-by-pool', 'asked-by-pool', 'asked-by-pool', '@{PT-12.938921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-pool', 2, 'OUT', 'REQUEST', 'quote-by-pool', 'parley', 'queue:provider.petra', 'asked-by-pool.Request', 'asked-by-pool:8w2PzW_Nc4zxxhSyebL_9CV6', '@{PT-12.937921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-nobody', 1, 'IN', 'REQUEST', 'quote-by-nobody', 'user:alice', 'operation:quote-by-nobody', 'asked-nobody', 'asked-nobody', '@{PT-12.881921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('jms-asked', 1, 'IN', 'REQUEST', 'quote', 'queue:reply.alice.upgrade', 'operation:quote', 'jms-asked', 'jms-asked', '@{PT-12.566921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('jms-asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'jms-asked.Request', 'jms-asked:MRqoxioJCx7Nd_0_-eH-PicZ', '@{PT-12.566921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked', 'asked', '@{PT-12.535921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked.Request', 'asked:p73EaMspteVh3GmLyJhEIRZ-', '@{PT-12.533921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-only', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-in-only', 'asked-in-only', '@{PT-12.451921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-only', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-in-only.Request', 'asked-in-only:pvOwA_u8V4bZ-ekOnhHnZx3x', '@{PT-12.447921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-robustly', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-robustly', 'asked-robustly', '@{PT-12.389921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-robustly', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-robustly.Request', 'asked-robustly:UvjICJBBmg8C6mHNoBnB2eZ-', '@{PT-12.387921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-optionally', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-optionally', 'asked-optionally', '@{PT-12.345921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-optionally', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-optionally.Request', 'asked-optionally:ZwgWXJ7ztlX1vaRNqCN_k_zq', '@{PT-12.343921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('letter', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter', 'letter', '@{PT-12.238921272S}', '{"whom":"quote"}', 0);
INSERT INTO public.parley_journal VALUES ('01a227e7-7062-784d-aa41-4f92bf2eb77c', 1, 'IN', 'REQUEST', 'quote', 'operation:write-letter', 'operation:quote', 'letter-to-quote', 'letter-to-quote', '@{PT-12.072921272S}', '{"whom":"quote"}', 0);
INSERT INTO public.parley_journal VALUES ('01a227e7-7062-784d-aa41-4f92bf2eb77c', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', '01a227e7-7062-784d-aa41-4f92bf2eb77c.Request', '01a227e7-7062-784d-aa41-4f92bf2eb77c:EJm-rfhOKUVnOWaeISCTJAkI', '@{PT-12.068921272S}', '{"whom":"quote"}', 0);
INSERT INTO public.parley_journal VALUES ('letter', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter.Reply', 'letter', '@{PT-12.064921272S}', '{}', 0);
INSERT INTO public.parley_journal VALUES ('asked-and-acknowledged', 3, 'IN', 'ACK', 'quote-acknowledged', 'provider', 'parley', 'ID:d443ea44-ec08-11f1-b872-02fc00000001', 'asked-and-acknowledged:N3TU4_JFoexuLJciG1f-Hz83', '@{PT-11.710921272S}', '{}', 0);
INSERT INTO public.parley_journal VALUES ('asked-again', 1, 'IN', 'REQUEST', 'quote-again', 'user:alice', 'operation:quote-again', 'asked-again', 'asked-again', '@{PT-11.531921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-again', 2, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:G0f5T2T_4MsbQo-f7g-g4nPk', '@{PT-11.530921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-until-now', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-until-now', 'asked-until-now', '@{PT-12.291921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-until-now', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-until-now.Request', 'asked-until-now:jB5HmlYH7jGBv5fA51Dk_YCI', '@{PT-12.290921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-and-acknowledged', 1, 'IN', 'REQUEST', 'quote-acknowledged', 'user:alice', 'operation:quote-acknowledged', 'asked-and-acknowledged', 'asked-and-acknowledged', '@{PT-11.919921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-and-acknowledged', 2, 'OUT', 'REQUEST', 'quote-acknowledged', 'parley', 'queue:provider.acknowledging', 'asked-and-acknowledged.Request', 'asked-and-acknowledged:N3TU4_JFoexuLJciG1f-Hz83', '@{PT-11.917921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('pausing', 1, 'IN', 'REQUEST', 'quote-later', 'user:alice', 'operation:quote-later', 'pausing', 'pausing', '@{PT-9.700921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('pausing', 2, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:j0RkRKcDua7cLbeU4BxB2lQN', '@{PT-9.699921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('pausing', 3, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:j0RkRKcDua7cLbeU4BxB2lQN', '@{PT-7.973921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-order', 1, 'IN', 'REQUEST', 'quote-in-order', 'user:alice', 'operation:quote-in-order', 'asked-in-order', 'asked-in-order', '@{PT-4.865921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-order', 2, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.second', 'asked-in-order.Request', 'asked-in-order:c-qRhFgZs-s1QCgtX4V09WHr', '@{PT-4.865921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-awaited', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-awaited-1', 'bargain-awaited-1', '@{PT-3.169921272S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('asked-again', 3, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:G0f5T2T_4MsbQo-f7g-g4nPk', '@{PT-9.781921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-order', 3, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.first', 'asked-in-order.Request', 'asked-in-order:c-qRhFgZs-s1QCgtX4V09WHr', '@{PT-3.348921272S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-worked-on', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-1', 'bargain-worked-on-1', '@{PT-2.934921272S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('jms-bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'queue:reply.alice.upgrade', 'operation:bargain', 'jms-bargain-kept-1', 'jms-bargain-kept-1', '@{PT-2.831921272S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('jms-bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', 'queue:reply.alice.upgrade', 'jms-bargain-kept.Reply', 'jms-bargain-kept-1', '@{PT-2.829921272S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-kept-1', 'bargain-kept-1', '@{PT-2.551921272S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-awaited', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-awaited.Reply', 'bargain-awaited-1', '@{PT-3.026921272S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-worked-on', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-worked-on.Reply', 'bargain-worked-on-1', '@{PT-2.893921272S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-kept.Reply', 'bargain-kept-1', '@{PT-2.500921272S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('jms-failing', 1, 'IN', 'REQUEST', 'print-label', 'queue:reply.alice.upgrade', 'operation:print-label', 'jms-failing', 'jms-failing', '@{PT-2.375921272S}', '{"orderId":"order-1","failures":3}', 0);
INSERT INTO public.parley_journal VALUES ('jms-failing', 2, 'OUT', 'ACK', 'print-label', 'parley', 'queue:reply.alice.upgrade', 'jms-failing.Ack', 'jms-failing', '@{PT-2.374921272S}', '{"conversationId":"jms-failing","messageId":"jms-failing","correlationId":"jms-failing","operation":"print-label","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.375921272S Z}","expiresAt":"@{PT3M57.587078728S Z}"}', 0);
INSERT INTO public.parley_journal VALUES ('accepted', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted', 'accepted', '@{PT-0.506921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-robustly', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-robustly', 'accepted-robustly', '@{PT-0.410921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-optionally', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-optionally', 'accepted-optionally', '@{PT-0.369921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-in-only', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-in-only', 'accepted-in-only', '@{PT-0.337921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-for-a-queue', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-queue', 'accepted-for-a-queue', '@{PT-0.287921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-for-a-mailbox', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', '@{PT-0.246921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-until-now', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-until-now', 'accepted-until-now', '@{PT-0.201921272S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-worked-on', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-2', 'bargain-worked-on-2', '@{PT-0.130921272S}', '{"item":"lamp","price":72}', 2);
INSERT INTO public.parley_kept VALUES ('jms-bargain-kept', 'jms-bargain-kept-3', 3, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-3', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', true, 'state of jms-bargain-kept-3', 0, '@{PT-2.690921272S}', '@{PT59M57.293078728S}', '{"conversationId":"jms-bargain-kept","messageId":"jms-bargain-kept-3","correlationId":"jms-bargain-kept-3","operation":"bargain","exchange":"in-out","status":"RUNNING","createdAt":"@{PT-2.832921272S Z}","expiresAt":"@{PT59M57.293078728S Z}","turn":3}', '{"item":"lamp","price":74}');
INSERT INTO public.parley_kept VALUES ('jms-bargain-without-first', 'jms-bargain-without-first-2', 2, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, true, 'state of jms-bargain-without-first-2', 0, '@{PT-2.580921272S}', '@{PT3M57.398078728S}', '{"conversationId":"jms-bargain-without-first","messageId":"jms-bargain-without-first-2","correlationId":"jms-bargain-without-first-2","operation":"bargain","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.580921272S Z}","expiresAt":"@{PT3M57.398078728S Z}","turn":2}', '{"item":"lamp","price":80}');
INSERT INTO public.parley_kept VALUES ('jms-bargain-kept', 'jms-bargain-kept-5', 5, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-5', 'queue:reply.alice.upgrade', NULL, false, 'state of jms-bargain-kept-5', 0, '@{PT-2.567921272S}', '@{PT3M57.318078728S}', NULL, '{"item":"lamp","price":76}');
INSERT INTO public.parley_kept VALUES ('jms-bargain-kept', 'jms-bargain-kept-4', 4, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-4', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', false, 'state of jms-bargain-kept-4', 0, '@{PT-2.538921272S}', '@{PT59M57.327078728S}', NULL, '{"item":"lamp","price":75}');
INSERT INTO public.parley_kept VALUES ('bargain-kept', 'bargain-kept-3', 3, 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-3', NULL, NULL, false, NULL, 0, '@{PT-2.444921272S}', '@{PT59M57.532078728S}', NULL, '{"item":"lamp","price":74}');
INSERT INTO public.parley_mail VALUES (1, 2, '01a227e7-5de3-7228-b7a2-0489d25c691a', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-16.834921272S}', '@{PT335H59M43.165078728S}', '@{PT-16.834921272S}', '@{PT335H59M43.165078728S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (2, 2, '01a227e7-5e79-722c-b31e-16511b938ec4', 'user:alice', 'picture', 'image/png', 'AAEC', 4, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-16.674921272S}', '@{PT335H59M43.325078728S}', '@{PT-16.674921272S}', '@{PT335H59M43.325078728S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (3, 3, '01a227e7-5ec3-74ef-aae3-d12f9ed7552d', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-16.605921272S}', '@{PT335H59M43.394078728S}', '@{PT3M43.394078728S}', '@{PT335H59M43.394078728S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (4, 4, '01a227e7-5f0c-7b48-91f4-8257edc055d7', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-16.527921272S}', '@{PT335H59M43.472078728S}', '@{PT1H59M43.550078728S}', '@{PT335H59M43.472078728S}', 1, 'SR5wBlv5BXOGG_S-EMc0x60Y', '@{PT1H59M43.550078728S}', NULL);
INSERT INTO public.parley_mail VALUES (5, 5, '01a227e7-5fe8-728e-adaa-5129e9947093', 'user:alice', NULL, NULL, '4', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-16.304921272S}', '@{PT335H59M43.695078728S}', '@{PT43.717078728S}', '@{PT335H59M43.695078728S}', 1, '6ol9agFe7W9El56Dp4Rq_QDT', '@{PT43.717078728S}', NULL);
INSERT INTO public.parley_mail VALUES (7, 6, 'mail-group-2', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, 'g', 1, '@{PT-16.121921272S}', '@{PT335H59M43.878078728S}', '9999-12-31 00:00:00+00', '@{PT335H59M43.878078728S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (8, 6, 'mail-group-3', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, 'g', 1, '@{PT-16.064921272S}', '@{PT335H59M43.935078728S}', '9999-12-31 00:00:00+00', '@{PT335H59M43.935078728S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (6, 6, 'mail-group-1', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, 'g', 1, '@{PT-16.216921272S}', '@{PT335H59M43.783078728S}', '@{PT1H59M43.963078728S}', '@{PT335H59M43.783078728S}', 1, '7yPWMk1Uk8gsO8hTCm7nPuF7', '@{PT1H59M43.963078728S}', NULL);
INSERT INTO public.parley_mail VALUES (9, 7, 'mail-5', 'user:alice', NULL, NULL, '5', 1, NULL, NULL, 'mailbox:answers', NULL, NULL, NULL, '@{PT-15.974921272S}', '@{PT3M44.025078728S}', '@{PT-15.974921272S}', '@{PT3M44.025078728S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (11, 9, 'asked-by-mail.Request', 'parley', 'quotes.new', NULL, '{"item":"lamp"}', 15, 'asked-by-mail:Jr6OOxMrtkTEwk1UdvDxQXh8', 'asked-by-mail', 'queue:parley.replies', NULL, NULL, NULL, '@{PT-14.638921272S}', '@{PT59M45.342731728S}', '@{PT-14.638921272S}', '@{PT59M45.342731728S}', 0, NULL, NULL, '{"Kind":"Request","Attempt":1,"Hops":1}');
INSERT INTO public.parley_mail VALUES (12, 10, 'asked-by-locked-mail.Request', 'parley', 'quotes.locked', NULL, '{"item":"lamp"}', 15, 'asked-by-locked-mail:J_rKnh9zjxSka06vXN0UwCV3', 'asked-by-locked-mail', 'queue:parley.replies', NULL, NULL, NULL, '@{PT-14.509921272S}', '@{PT59M45.454870728S}', '@{PT1H59M45.555078728S}', '@{PT1H59M45.555078728S}', 1, '8RT103wDhO8LMXwRapAYEXIg', '@{PT1H59M45.555078728S}', '{"Kind":"Request","Attempt":1,"Hops":1}');
INSERT INTO public.parley_mail VALUES (14, 1, '01a227e7-68e8-7bc2-b0e4-15716feed3d7.41dpOzITJvS2ZnF2COb4Nwcv', 'parley', 'ping', NULL, '{"pool":"magazines","grantId":"01a227e7-68e8-7bc2-b0e4-15716feed3d7","reference":"magazines/1","fencingToken":1,"pingId":"01a227e7-68e8-7bc2-b0e4-15716feed3d7.41dpOzITJvS2ZnF2COb4Nwcv","attempt":1,"answerWithin":"PT10M"}', 220, '01a227e7-68e8-7bc2-b0e4-15716feed3d7.41dpOzITJvS2ZnF2COb4Nwcv', NULL, 'queue:parley.resources', NULL, NULL, NULL, '@{PT-13.939921272S}', '@{PT9M46.020507728S}', '@{PT-13.939921272S}', '@{PT9M46.020507728S}', 0, NULL, NULL, '{"Kind":"Ping","Pool":"magazines","GrantId":"01a227e7-68e8-7bc2-b0e4-15716feed3d7","Attempt":1,"Hops":0}');
INSERT INTO public.parley_mail_dead VALUES (8, 10, 'mail-6', 'user:bob', NULL, NULL, '6', 1, NULL, NULL, NULL, NULL, NULL, '@{PT-15.887921272S}', '@{PT335H59M44.112078728S}', 1, 'max-deliveries', '@{PT-14.860921272S}', NULL);
INSERT INTO public.parley_mail_group VALUES (1, 6, 'g');
INSERT INTO public.parley_mail_key VALUES (4, 'RECEPTION', 'user:bob', 'poll-mail.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '4.WDgDJnV7cTIIJOGNkdej7Ai-', '@{PT167H59M43.550078728S}');
INSERT INTO public.parley_mail_key VALUES (5, 'RECEPTION', 'user:bob', 'poll-mail.lost', '78827f36b005f28047fd815d5a735f0201bc9e5094452590cf014aaa3ccfcf4d', '5.JV1TmCZf4Snc3O1udKOuMjrA', '@{PT167H59M43.717078728S}');
INSERT INTO public.parley_mail_key VALUES (6, 'MESSAGE', 'user:alice', 'mail-group-1', '44872720b4601bb5845860e9b7a20caf8cfd49407d8205eb9460a72e953fbfcf', '', '@{PT167H59M43.783078728S}');
INSERT INTO public.parley_mail_key VALUES (6, 'MESSAGE', 'user:alice', 'mail-group-2', '136bc76c7cd786b3b8498c3da50f497f08b7033f59ad170d9863c565394a0897', '', '@{PT167H59M43.878078728S}');
INSERT INTO public.parley_mail_key VALUES (6, 'MESSAGE', 'user:alice', 'mail-group-3', 'ef3e67241ac5071604ad5203cc18472adb20a178b12e6eb1b23d9243687b95f3', '', '@{PT167H59M43.935078728S}');
INSERT INTO public.parley_mail_key VALUES (6, 'RECEPTION', 'user:bob', 'poll-mail.group', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '6.pPmovjXYM6ZQnTYoLtRl7fkc', '@{PT167H59M43.963078728S}');
INSERT INTO public.parley_mail_key VALUES (7, 'MESSAGE', 'user:alice', 'mail-5', '15fa2696951a16f72df47b399ba492bed7e307033059c4856296cb0b069ccd08', '', '@{PT167H59M44.025078728S}');
INSERT INTO public.parley_mail_key VALUES (8, 'MESSAGE', 'user:bob', 'mail-6', '4d2312c6d1cbeddc87f266c7080d076c5d892147aa9532c4d99e008a9f4577e8', '', '@{PT167H59M44.112078728S}');
INSERT INTO public.parley_mail_key VALUES (8, 'RECEPTION', 'user:bob', 'poll-mail.dead', 'c86d6f7dd2e00cc930b47a88f24972a5f6d8947dba69659b7dd3daf98474d44f', '10.3wLDe3d5HymdnSOz6PZmLc5k', '@{PT167H59M44.131078728S}');
INSERT INTO public.parley_mail_key VALUES (10, 'RECEPTION', 'user:bob', 'poll-quotes.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '12.Khg2seAZhuZ7wpq8OKf0-jnI', '@{PT167H59M45.555078728S}');
INSERT INTO public.parley_mail_key VALUES (11, 'RECEPTION', 'user:bob', 'poll-quotes.letters', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '13.im8rIWscb_gB-nGLAtgSgOHb', '@{PT167H59M45.828078728S}');
INSERT INTO public.parley_mail_order VALUES (1, 6, '@{PT-16.216921272S}');
INSERT INTO public.parley_mail_order VALUES (1, 7, '@{PT-16.121921272S}');
INSERT INTO public.parley_mail_order VALUES (1, 8, '@{PT-16.064921272S}');
INSERT INTO public.parley_mailbox VALUES (1, 'answers', 1, 'alice', '{"owner":"alice","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-17.136921272S}', 'alice');
INSERT INTO public.parley_mailbox VALUES (2, 'mail.ready', 3, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-16.696921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (3, 'mail.delayed', 4, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-16.639921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (4, 'mail.locked', 5, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-16.547921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (5, 'mail.lost', 6, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-16.317921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (6, 'mail.group', 9, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-16.084921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (7, 'mail.expired', 10, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-15.991921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (8, 'mail.dead', 11, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":1,"messages":1000000,"bytes":1073741824}', '@{PT-15.901921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (9, 'quotes.new', 12, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-14.761921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (10, 'quotes.locked', 13, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-14.719921272S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (11, 'quotes.letters', 14, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-14.673921272S}', 'bob');
INSERT INTO public.parley_mailbox_size VALUES (2, 2, 5);
INSERT INTO public.parley_mailbox_size VALUES (3, 1, 1);
INSERT INTO public.parley_mailbox_size VALUES (4, 1, 1);
INSERT INTO public.parley_mailbox_size VALUES (5, 1, 1);
INSERT INTO public.parley_mailbox_size VALUES (6, 3, 3);
INSERT INTO public.parley_mailbox_size VALUES (7, 1, 1);
INSERT INTO public.parley_mailbox_size VALUES (8, 0, 0);
INSERT INTO public.parley_mailbox_size VALUES (9, 1, 15);
INSERT INTO public.parley_mailbox_size VALUES (10, 1, 15);
INSERT INTO public.parley_mailbox_size VALUES (1, 1, 220);
INSERT INTO public.parley_mailbox_size VALUES (11, 0, 0);
INSERT INTO public.parley_operation VALUES ('quote-never', 1, '{"provider":{"queue":"provider.never"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-18.973921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quotes.new', 2, '{"provider":{"mailbox":"quotes.new"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-14.745921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quotes.locked', 3, '{"provider":{"mailbox":"quotes.locked"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-14.695921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quotes.letters', 4, '{"provider":{"mailbox":"quotes.letters"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-14.661921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-by-pool', 5, '{"provider":{"pool":"couriers"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-13.109921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-by-nobody', 6, '{"provider":{"pool":"late-couriers"},"timeout":"PT1.5S","retry":{"attempts":5,"backoff":"PT5M","multiplier":1.0,"maximum":"PT5M","jitter":0.0}}', '@{PT-12.908921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote', 7, '{"provider":{"queue":"provider.patient"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-12.623921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-acknowledged', 8, '{"provider":{"queue":"provider.acknowledging"},"timeout":"PT5M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-11.946921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-again', 10, '{"provider":{"queue":"provider.again"},"timeout":"PT5M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-11.419921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-later', 12, '{"provider":{"queue":"provider.later"},"timeout":"PT1.5S","retry":{"attempts":5,"backoff":"PT5M","multiplier":1.0,"maximum":"PT5M","jitter":0.0}}', '@{PT-7.932921272S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-in-order', 14, '{"provider":[{"queue":"provider.first"},{"queue":"provider.second"}],"timeout":"PT5M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-4.824921272S}', 'olga');
INSERT INTO public.parley_outbox VALUES (38, '01a227e7-9d9d-75bd-8ae7-706cd571b83d', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted"}}', 'accepted', '@{PT-0.505921272S}', '@{PT-0.505921272S}', 0);
INSERT INTO public.parley_outbox VALUES (39, '01a227e7-9dfe-7d2a-ad6f-fdd50e2cac27', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted-robustly"}}', 'accepted-robustly', '@{PT-0.408921272S}', '@{PT-0.408921272S}', 0);
INSERT INTO public.parley_outbox VALUES (40, '01a227e7-9e25-79e0-9449-c9a85acbb5eb', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted-optionally"}}', 'accepted-optionally', '@{PT-0.369921272S}', '@{PT-0.369921272S}', 0);
INSERT INTO public.parley_outbox VALUES (41, '01a227e7-9e46-72c7-a839-2409f979a529', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted-in-only"}}', 'accepted-in-only', '@{PT-0.336921272S}', '@{PT-0.336921272S}', 0);
INSERT INTO public.parley_outbox VALUES (42, '01a227e7-9e78-770a-9fd8-e40828e49e06', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted-for-a-queue"}}', 'accepted-for-a-queue', '@{PT-0.286921272S}', '@{PT-0.286921272S}', 0);
INSERT INTO public.parley_outbox VALUES (43, '01a227e7-9ea1-7010-b3c5-e2e10daefb6c', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted-for-a-mailbox"}}', 'accepted-for-a-mailbox', '@{PT-0.245921272S}', '@{PT-0.245921272S}', 0);
INSERT INTO public.parley_outbox VALUES (44, '01a227e7-9ece-7235-9c81-3989d7174ed3', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"Looks":{"Integer":"0"},"ConversationId":"accepted-until-now"}}', 'accepted-until-now', '@{PT-0.200921272S}', '@{PT-0.200921272S}', 0);
INSERT INTO public.parley_outbox VALUES (45, '01a227e7-9f27-739d-b50a-f22f1a32663e', 'queue:parley.work', NULL, '{"to":"queue:parley.work","type":"bargain","properties":{"ConversationId":"bargain-worked-on","Looks":{"Integer":"0"},"Turn":{"Integer":"2"}}}', 'bargain-worked-on', '@{PT-0.111921272S}', '@{PT-0.111921272S}', 0);
INSERT INTO public.parley_outbox VALUES (46, '01a227e7-9f8a-77b3-a91a-de39179aa15a', 'queue:parley.replies', NULL, '{"to":"queue:parley.replies","type":"quotes.letters","correlationId":"01a227e7-6809-7afb-a085-e5aea8b771d8:wzxY-sq_DlNY1wkYKJyPcdi9","properties":{"ConversationId":"01a227e7-6809-7afb-a085-e5aea8b771d8","Kind":"Reply","MessageId":"01a227e7-9f89-776e-bf77-5fe3c249cd46"}}', '{"price":12}', '@{PT-0.012921272S}', '@{PT-0.012921272S}', 0);
INSERT INTO public.parley_outbox VALUES (47, 'failing', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"print-label","properties":{"Looks":{"Integer":"0"},"ConversationId":"jms-failing"}}', 'jms-failing', '@{PT-0.505921272S}', '@{PT-0.505921272S}', 0);
INSERT INTO public.parley_pool VALUES ('vans', 2, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, false, 1, 0, 2, '@{PT-13.751921272S}', 'olga');
INSERT INTO public.parley_pool VALUES ('leases', 3, 'olga', '{"capacity":2,"pingEvery":"PT5M","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":true,"holders":["*"]}', 2, 2, true, 1, 0, 1, '@{PT-13.500921272S}', 'olga');
INSERT INTO public.parley_pool VALUES ('magazines', 1, 'olga', '{"capacity":1,"pingEvery":"PT2H","pingTimeout":"PT10M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 1, 1, false, 1, 1, 1, '@{PT-14.093921272S}', 'olga');
INSERT INTO public.parley_pool VALUES ('journals', 4, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, false, 1, 0, 1, '@{PT-13.377921272S}', 'olga');
INSERT INTO public.parley_pool VALUES ('couriers', 5, 'olga', '{"capacity":2,"pingEvery":"PT5M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, false, 1, 0, 1, '@{PT-13.052921272S}', 'olga');
INSERT INTO public.parley_pool VALUES ('late-couriers', 6, 'olga', '{"capacity":2,"pingEvery":"PT5M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, false, 1, 0, 1, '@{PT-12.832921272S}', 'olga');
INSERT INTO public.parley_provider VALUES ('queue:provider.again', '@{PT19.997078728S}');
INSERT INTO public.parley_provider VALUES ('queue:provider.later', '@{PT23.545078728S}');
INSERT INTO public.parley_provider VALUES ('queue:provider.second', '@{PT26.652078728S}');
INSERT INTO public.parley_schema_history VALUES (1, '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'parley', '2026-11-29 15:23:08.686871', 0, true);
INSERT INTO public.parley_schema_history VALUES (2, '1', 'conversations', 'SQL', 'V1__conversations.sql', 2126750418, 'parley', '2026-11-29 15:23:08.788083', 53, true);
INSERT INTO public.parley_schema_history VALUES (3, '2', 'directory', 'SQL', 'V2__directory.sql', -568011863, 'parley', '2026-11-29 15:23:08.999846', 30, true);
INSERT INTO public.parley_schema_history VALUES (4, '3', 'providers', 'SQL', 'V3__providers.sql', 1773138850, 'parley', '2026-11-29 15:23:09.05292', 14, true);
INSERT INTO public.parley_schema_history VALUES (5, '4', 'outbox', 'SQL', 'V4__outbox.sql', 1195431833, 'parley', '2026-11-29 15:23:09.089796', 21, true);
INSERT INTO public.parley_schema_history VALUES (6, '5', 'turns', 'SQL', 'V5__turns.sql', 1095374909, 'parley', '2026-11-29 15:23:09.147035', 28, true);
INSERT INTO public.parley_schema_history VALUES (7, '6', 'relay', 'SQL', 'V6__relay.sql', 395992498, 'parley', '2026-11-29 15:23:09.203759', 64, true);
INSERT INTO public.parley_schema_history VALUES (8, '7', 'provider groups', 'SQL', 'V7__provider_groups.sql', -786039437, 'parley', '2026-11-29 15:23:09.299542', 19, true);
INSERT INTO public.parley_schema_history VALUES (9, '8', 'mail properties', 'SQL', 'V8__mail_properties.sql', -1557641423, 'parley', '2026-11-29 15:23:09.331387', 14, true);
INSERT INTO public.parley_schema_history VALUES (10, '9', 'renewal', 'SQL', 'V9__renewal.sql', -1753804032, 'parley', '2026-11-29 15:23:09.364207', 41, true);
INSERT INTO public.parley_uptime VALUES (1, '@{PT-1.011921272S}', '@{PT-30.522921272S}');
SELECT pg_catalog.setval('public.parley_mail_group_id_seq', 3, true);
SELECT pg_catalog.setval('public.parley_mail_position_seq', 14, true);
SELECT pg_catalog.setval('public.parley_mailbox_id_seq', 11, true);
SELECT pg_catalog.setval('public.parley_mailbox_version', 14, true);
SELECT pg_catalog.setval('public.parley_operation_version', 14, true);
SELECT pg_catalog.setval('public.parley_outbox_position_seq', 47, true);
SELECT pg_catalog.setval('public.parley_pool_version', 6, true);
ALTER TABLE ONLY public.ordering_effect
    ADD CONSTRAINT ordering_effect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ordering_label_attempt
    ADD CONSTRAINT ordering_label_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ordering_van
    ADD CONSTRAINT ordering_van_pkey PRIMARY KEY (plate);
ALTER TABLE ONLY public.parley_conversation
    ADD CONSTRAINT parley_conversation_pk PRIMARY KEY (id);
ALTER TABLE ONLY public.parley_grant
    ADD CONSTRAINT parley_grant_pk PRIMARY KEY (id);
ALTER TABLE ONLY public.parley_grant
    ADD CONSTRAINT parley_grant_request_uk UNIQUE (pool, holder, request_key);
ALTER TABLE ONLY public.parley_inbox
    ADD CONSTRAINT parley_inbox_pk PRIMARY KEY (sender, message_id);
ALTER TABLE ONLY public.parley_journal
    ADD CONSTRAINT parley_journal_pk PRIMARY KEY (conversation_id, sequence);
ALTER TABLE ONLY public.parley_kept
    ADD CONSTRAINT parley_kept_pk PRIMARY KEY (conversation_id, message_id);
ALTER TABLE ONLY public.parley_mail_dead
    ADD CONSTRAINT parley_mail_dead_pk PRIMARY KEY (mailbox, "position");
ALTER TABLE ONLY public.parley_mail_group
    ADD CONSTRAINT parley_mail_group_pk PRIMARY KEY (id);
ALTER TABLE ONLY public.parley_mail_group
    ADD CONSTRAINT parley_mail_group_uk UNIQUE (mailbox, group_key);
ALTER TABLE ONLY public.parley_mail_key
    ADD CONSTRAINT parley_mail_key_pk PRIMARY KEY (mailbox, kind, sender, name);
ALTER TABLE ONLY public.parley_mail_order
    ADD CONSTRAINT parley_mail_order_pk PRIMARY KEY (group_id, "position");
ALTER TABLE ONLY public.parley_mail
    ADD CONSTRAINT parley_mail_pk PRIMARY KEY ("position");
ALTER TABLE ONLY public.parley_mailbox
    ADD CONSTRAINT parley_mailbox_name_uk UNIQUE (name);
ALTER TABLE ONLY public.parley_mailbox
    ADD CONSTRAINT parley_mailbox_pk PRIMARY KEY (id);
ALTER TABLE ONLY public.parley_mailbox_size
    ADD CONSTRAINT parley_mailbox_size_pk PRIMARY KEY (mailbox);
ALTER TABLE ONLY public.parley_operation
    ADD CONSTRAINT parley_operation_pk PRIMARY KEY (name);
ALTER TABLE ONLY public.parley_outbox
    ADD CONSTRAINT parley_outbox_pk PRIMARY KEY ("position");
ALTER TABLE ONLY public.parley_pool
    ADD CONSTRAINT parley_pool_pk PRIMARY KEY (name);
ALTER TABLE ONLY public.parley_pool_token
    ADD CONSTRAINT parley_pool_token_pk PRIMARY KEY (pool);
ALTER TABLE ONLY public.parley_provider
    ADD CONSTRAINT parley_provider_pk PRIMARY KEY (address);
ALTER TABLE ONLY public.parley_schema_history
    ADD CONSTRAINT parley_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY public.parley_uptime
    ADD CONSTRAINT parley_uptime_pk PRIMARY KEY (id);
CREATE INDEX ordering_effect_message ON public.ordering_effect USING btree (message_id);
CREATE INDEX ordering_label_attempt_message ON public.ordering_label_attempt USING btree (message_id);
CREATE INDEX parley_conversation_created_ix ON public.parley_conversation USING btree (created_at, id);
CREATE INDEX parley_conversation_due_ix ON public.parley_conversation USING btree (ended, due_at);
CREATE INDEX parley_conversation_owner_ix ON public.parley_conversation USING btree (owner, created_at, id);
CREATE INDEX parley_grant_due_ix ON public.parley_grant USING btree (due_at);
CREATE INDEX parley_grant_place_ix ON public.parley_grant USING btree (pool, state, place_at);
CREATE INDEX parley_mail_available_ix ON public.parley_mail USING btree (mailbox, available_at, "position");
CREATE INDEX parley_mail_dead_id_ix ON public.parley_mail_dead USING btree (mailbox, message_id);
CREATE INDEX parley_mail_due_ix ON public.parley_mail USING btree (due_at);
CREATE INDEX parley_mail_key_expires_ix ON public.parley_mail_key USING btree (expires_at);
CREATE INDEX parley_mailbox_owner_ix ON public.parley_mailbox USING btree (owner, name);
CREATE INDEX parley_outbox_order_ix ON public.parley_outbox USING btree (order_key, "position");
CREATE INDEX parley_pool_owner_ix ON public.parley_pool USING btree (owner);
CREATE INDEX parley_schema_history_s_idx ON public.parley_schema_history USING btree (success);
