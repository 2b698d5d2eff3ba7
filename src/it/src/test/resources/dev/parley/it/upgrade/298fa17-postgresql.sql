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
INSERT INTO public.ordering_effect VALUES ('76bc6f4e-f79d-4962-bacc-d1d42eee0ab4', 'place-order', 'succeeded', 'succeeded', '2 x lamp for Ada', '@{PT-24.357796892S}');
INSERT INTO public.ordering_effect VALUES ('43b0e05a-050c-4e1d-bb21-6b66c512bbc2', 'record-visit', 'succeeded-in-only', 'succeeded-in-only', '/a', '@{PT-23.745829892S}');
INSERT INTO public.ordering_effect VALUES ('de17cafe-45b3-4f68-902e-86b02c5632e3', 'place-order', 'jms-succeeded', 'jms-succeeded', '2 x lamp for Ada', '@{PT-22.958116892S}');
INSERT INTO public.ordering_effect VALUES ('00ea9235-5e4c-4e4e-9deb-8d858408b332', 'bargain', 'bargain-ended-1', 'bargain-ended', 'offer 1: 60', '@{PT-22.916703892S}');
INSERT INTO public.ordering_effect VALUES ('fad7a93b-1aa9-4f41-a42d-52eea0543fda', 'bargain', 'bargain-ended-2', 'bargain-ended', 'offer 2: 80', '@{PT-22.278772892S}');
INSERT INTO public.ordering_effect VALUES ('0ad0f3a2-c1b4-42be-83c4-6322415c636f', 'bargain-quickly', 'bargain-missed', 'bargain-missed', 'offer 1: 60', '@{PT-22.042960892S}');
INSERT INTO public.ordering_effect VALUES ('2043348e-0995-4b28-bd1e-abe9696fabd1', 'bargain', 'bargain-awaited-1', 'bargain-awaited', 'offer 1: 60', '@{PT-3.375055892S}');
INSERT INTO public.ordering_effect VALUES ('a5eecfa7-a4b4-4db7-ba35-b4c6571b67f5', 'bargain', 'bargain-worked-on-1', 'bargain-worked-on', 'offer 1: 60', '@{PT-3.254304892S}');
INSERT INTO public.ordering_effect VALUES ('8c3c68da-21f3-495c-bb2c-417de0e4261c', 'bargain', 'jms-bargain-kept-1', 'jms-bargain-kept', 'offer 1: 60', '@{PT-3.156448892S}');
INSERT INTO public.ordering_effect VALUES ('2d664341-5d61-48bb-b6db-0a8bbcabd5ab', 'bargain', 'bargain-kept-1', 'bargain-kept', 'offer 1: 60', '@{PT-2.712051892S}');
INSERT INTO public.ordering_label_attempt VALUES ('39074331-a8b9-40b4-b2ad-a98786c6dcea', 'jms-failing', '@{PT-2.258764892S}');
INSERT INTO public.ordering_label_attempt VALUES ('3fca4e11-fa20-4c12-93b6-54a96987675f', 'jms-failing', '@{PT-1.071517892S}');
INSERT INTO public.ordering_van VALUES ('VAN-1', 'user:alice');
INSERT INTO public.ordering_van VALUES ('VAN-2', NULL);
INSERT INTO public.parley_conversation VALUES ('succeeded', 2, 'SUCCEEDED', 'place-order', 'in-out', 'user:alice', 'alice', 'succeeded', 'succeeded', NULL, NULL, false, NULL, 1, NULL, 2, '@{PT-25.477791892S}', '@{PT-24.158791892S}', '@{PT59M33.853208108S}', true, '@{PT167H59M35.841208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('faulted', 2, 'FAULTED', 'reserve-stock', 'in-out', 'user:alice', 'alice', 'faulted', 'faulted', NULL, NULL, false, NULL, 1, NULL, 2, '@{PT-24.490791892S}', '@{PT-23.957791892S}', '@{PT59M35.370208108S}', true, '@{PT167H59M36.042208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('succeeded-in-only', 2, 'SUCCEEDED', 'record-visit', 'in-only', 'user:alice', 'alice', 'succeeded-in-only', 'succeeded-in-only', NULL, NULL, false, NULL, 1, NULL, 1, '@{PT-24.000791892S}', '@{PT-23.733791892S}', '@{PT59M35.819208108S}', true, '@{PT167H59M36.266208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-faulted', 1, 'FAULTED', 'reserve-stock', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-faulted', 'jms-faulted', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', false, 'state of jms-faulted', 0, NULL, 2, '@{PT-23.323791892S}', '@{PT-23.322791892S}', '@{PT59M36.648208108S}', true, '@{PT167H59M36.677208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-succeeded', 1, 'SUCCEEDED', 'place-order', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-succeeded', 'jms-succeeded', 'queue:reply.alice.upgrade', NULL, true, 'state of jms-succeeded', 0, NULL, 3, '@{PT-23.308791892S}', '@{PT-22.946791892S}', '@{PT59M36.646208108S}', true, '@{PT167H59M37.053208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-ended', 4, 'SUCCEEDED', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-ended-2', 'bargain-ended-2', NULL, NULL, false, NULL, 0, NULL, 4, '@{PT-23.163791892S}', '@{PT-22.272791892S}', '@{PT59M37.505208108S}', true, '@{PT167H59M37.727208108S}', 0, NULL, NULL, 0, false, NULL, 2, false, '{"offers":1,"price":80.00}', 3, NULL);
INSERT INTO public.parley_conversation VALUES ('cancelled', 1, 'CANCELLED', 'quote-never', 'in-out', 'user:alice', 'alice', 'cancelled', 'cancelled', NULL, NULL, false, NULL, 0, NULL, 4, '@{PT-21.836791892S}', '@{PT-21.684791892S}', '@{PT59M38.109208108S}', true, '@{PT167H59M38.315208108S}', 0, 'U5NaQ2hmMMAbKiq_Qu4-AJo1', 'queue:provider.never', 1, false, '@{PT59M38.109208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('expired', 1, 'EXPIRED', 'quote-never', 'in-out', 'user:alice', 'alice', 'expired', 'expired', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-21.501791892S}', '@{PT-20.471791892S}', '@{PT-20.523791892S}', true, '@{PT167H59M39.528208108S}', 0, 'PC4DRympBaB41aLyhR0tZKy3', 'queue:provider.never', 1, false, '@{PT-20.523791892S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-missed', 3, 'EXPIRED', 'bargain-quickly', 'in-out', 'user:alice', 'alice', 'bargain-missed', 'bargain-missed', NULL, NULL, false, NULL, 1, NULL, 3, '@{PT-22.200791892S}', '@{PT-19.007791892S}', '@{PT-19.014791892S}', true, '@{PT167H59M40.992208108S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-by-mail', 0, 'RUNNING', 'quotes.new', 'in-out', 'user:alice', 'alice', 'asked-by-mail', 'asked-by-mail', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-15.539791892S}', '@{PT-15.539791892S}', '@{PT59M44.321208108S}', false, '@{PT59M44.321208108S}', 0, 'fb3lpQGaTpHpsxBe1mXDMJn3', 'mailbox:quotes.new', 1, false, '@{PT59M44.321208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-by-locked-mail', 0, 'RUNNING', 'quotes.locked', 'in-out', 'user:alice', 'alice', 'asked-by-locked-mail', 'asked-by-locked-mail', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-15.403791892S}', '@{PT-15.403791892S}', '@{PT59M44.524208108S}', false, '@{PT59M44.524208108S}', 0, '9BVLSvx3s6BUCHk1duVVvlpt', 'mailbox:quotes.locked', 1, false, '@{PT59M44.524208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('01a22821-9430-7ae0-9ca9-da1917221cf5', 0, 'RUNNING', 'quotes.letters', 'in-out', 'operation:write-letter', NULL, 'letter-to-quotes.letters', 'letter-to-quotes.letters', 'operation:letter-is-answered', NULL, false, 'for letter-by-mail', 0, NULL, 2, '@{PT-15.122791892S}', '@{PT-15.122791892S}', '@{PT59M44.864208108S}', false, '@{PT59M44.864208108S}', 1, 'vxcTvEW_M-7v2kLtw9pqCY5C', 'mailbox:quotes.letters', 1, false, '@{PT59M44.864208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('letter-by-mail', 2, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter-by-mail', 'letter-by-mail', NULL, NULL, false, NULL, 1, NULL, 2, '@{PT-15.264791892S}', '@{PT-15.115791892S}', '@{PT59M44.680208108S}', true, '@{PT167H59M44.884208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-by-pool', 0, 'RUNNING', 'quote-by-pool', 'in-out', 'user:alice', 'alice', 'asked-by-pool', 'asked-by-pool', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-13.625791892S}', '@{PT-13.625791892S}', '@{PT59M46.357208108S}', false, '@{PT59M46.357208108S}', 0, '7OFlNUZI0N4ZDi5syByqwQjd', 'queue:provider.petra', 1, false, '@{PT59M46.357208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-nobody', 0, 'RUNNING', 'quote-by-nobody', 'in-out', 'user:alice', 'alice', 'asked-nobody', 'asked-nobody', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-13.450791892S}', '@{PT-13.450791892S}', '@{PT59M46.496208108S}', false, '@{PT2M46.549208108S}', 0, 'OM9LzFPeezQs88db-EX73mo4', NULL, 1, true, '@{PT2M46.549208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-asked', 0, 'RUNNING', 'quote', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-asked', 'jms-asked', 'queue:reply.alice.upgrade', NULL, false, 'state of jms-asked', 0, NULL, 2, '@{PT-13.088791892S}', '@{PT-13.088791892S}', '@{PT59M46.870208108S}', false, '@{PT59M46.870208108S}', 0, 'jm8YPHT3VNwoiLWS-782YsnA', 'queue:provider.patient', 1, false, '@{PT59M46.870208108S}', NULL, false, NULL, 1, 'group-7');
INSERT INTO public.parley_conversation VALUES ('asked', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked', 'asked', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-13.082791892S}', '@{PT-13.082791892S}', '@{PT59M46.890208108S}', false, '@{PT59M46.890208108S}', 0, 'Lz6UqKjtcmW2oBFDVRglt_Gz', 'queue:provider.patient', 1, false, '@{PT59M46.890208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-temporary', 0, 'RUNNING', 'quote', 'in-out', 'temporary:5ad5c970-b80a-4883-878c-b123a49949ac', NULL, 'jms-temporary', 'ID:b45dc79d-ec11-11f1-b64b-02fc00000001', 'temporary:5ad5c970-b80a-4883-878c-b123a49949ac', NULL, false, NULL, 0, NULL, 2, '@{PT-13.030791892S}', '@{PT-13.030791892S}', '@{PT59M46.908208108S}', false, '@{PT59M46.908208108S}', 0, 'QljEZ0B1rSiL4JFeJqyVnsII', 'queue:provider.patient', 1, false, '@{PT59M46.908208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-and-acknowledged', 1, 'RUNNING', 'quote-acknowledged', 'in-out', 'user:alice', 'alice', 'asked-and-acknowledged', 'asked-and-acknowledged', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-12.534791892S}', '@{PT-12.308791892S}', '@{PT59M47.445208108S}', false, '@{PT59M47.445208108S}', 0, 'rO6r2DzB2zpKFnBjywCqNpbT', 'queue:provider.acknowledging', 1, false, '@{PT59M47.445208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('pausing', 3, 'RUNNING', 'quote-later', 'in-out', 'user:alice', 'alice', 'pausing', 'pausing', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-10.294791892S}', '@{PT-6.986791892S}', '@{PT59M49.695208108S}', false, '@{PT2M53.013208108S}', 0, 'wxIq18jDfQXxxsdXBs6cxFbf', 'queue:provider.later', 2, true, '@{PT2M53.013208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-in-only', 1, 'SUCCEEDED', 'quote', 'in-only', 'user:alice', 'alice', 'asked-in-only', 'asked-in-only', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.979791892S}', '@{PT-12.979791892S}', '@{PT59M47.007208108S}', true, '@{PT167H59M47.020208108S}', 0, 'KvV5koK4h4rhpXoNZMHrWc51', 'queue:provider.patient', 1, false, '@{PT59M47.007208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-optionally', 0, 'RUNNING', 'quote', 'in-optional-out', 'user:alice', 'alice', 'asked-optionally', 'asked-optionally', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.816791892S}', '@{PT-12.816791892S}', '@{PT59M47.167208108S}', false, '@{PT59M47.167208108S}', 0, '_nspxH6Z-cjo2dfJd4dNX6LW', 'queue:provider.patient', 1, false, '@{PT59M47.167208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-until-now', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked-until-now', 'asked-until-now', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.759791892S}', '@{PT-12.759791892S}', '@{PT2M17.201208108S}', false, '@{PT2M17.201208108S}', 0, '0Aq5yFjvdKrZ-Mg69SgfBBIv', 'queue:provider.patient', 1, false, '@{PT2M17.201208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('letter', 1, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter', 'letter', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.703791892S}', '@{PT-12.625791892S}', '@{PT59M47.271208108S}', true, '@{PT167H59M47.374208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-again', 2, 'RUNNING', 'quote-again', 'in-out', 'user:alice', 'alice', 'asked-again', 'asked-again', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-12.148791892S}', '@{PT-10.399791892S}', '@{PT59M47.838208108S}', false, '@{PT2M49.600208108S}', 0, '1oS08UyIHVikxZ_SqP7YNtzg', 'queue:provider.again', 2, false, '@{PT2M49.600208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-robustly', 0, 'RUNNING', 'quote', 'robust-in-only', 'user:alice', 'alice', 'asked-robustly', 'asked-robustly', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-12.868791892S}', '@{PT-12.868791892S}', '@{PT2M17.083208108S}', false, '@{PT2M17.083208108S}', 0, 'kdfGcG1ti3MosmouQalVGkIN', 'queue:provider.patient', 1, false, '@{PT2M17.083208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('01a22821-9dea-7315-8ff6-3876fdc558b7', 0, 'RUNNING', 'quote', 'in-out', 'operation:write-letter', NULL, 'letter-to-quote', 'letter-to-quote', 'operation:letter-is-answered', NULL, false, 'for letter', 0, NULL, 2, '@{PT-12.629791892S}', '@{PT-12.629791892S}', '@{PT59M47.353208108S}', false, '@{PT59M47.353208108S}', 1, 'az8iAGwFPbDkZ9oIHPdZUnmd', 'queue:provider.patient', 1, false, '@{PT59M47.353208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('asked-in-order', 1, 'RUNNING', 'quote-in-order', 'in-out', 'user:alice', 'alice', 'asked-in-order', 'asked-in-order', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-5.293791892S}', '@{PT-3.673791892S}', '@{PT59M54.669208108S}', false, '@{PT2M56.326208108S}', 0, 'lyzUQPhyyARHLrTuF89KLhuQ', 'queue:provider.first', 2, false, '@{PT2M56.326208108S}', NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-awaited', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-awaited-1', 'bargain-awaited-1', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-3.494791892S}', '@{PT-3.368791892S}', '@{PT9M56.631208108S}', false, '@{PT9M56.631208108S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-bargain-without-first', 0, 'ACCEPTED', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, true, 'state of jms-bargain-without-first-2', 0, NULL, 0, '@{PT-2.791791892S}', '@{PT-2.791791892S}', '@{PT59M57.174208108S}', false, '@{PT59M57.174208108S}', 0, NULL, NULL, 0, false, NULL, 0, true, NULL, 0, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-bargain-kept', 0, 'RUNNING', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-1', 'jms-bargain-kept-1', 'queue:reply.alice.upgrade', NULL, false, 'state of jms-bargain-kept-1', 0, NULL, 2, '@{PT-3.157791892S}', '@{PT-3.149791892S}', '@{PT9M56.850208108S}', false, '@{PT2M27.051208108S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-kept', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-1', 'bargain-kept-1', NULL, NULL, false, NULL, 0, NULL, 2, '@{PT-2.815791892S}', '@{PT-2.709791892S}', '@{PT9M57.290208108S}', false, '@{PT9M57.290208108S}', 0, NULL, NULL, 0, false, NULL, 1, true, '{"offers":1,"price":80.00}', 1, NULL);
INSERT INTO public.parley_conversation VALUES ('jms-failing', 2, 'RUNNING', 'print-label', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-failing', 'jms-failing', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', true, 'state of jms-failing', 2, 'java.lang.IllegalStateException: The printer jammed at attempt 2', 2, '@{PT-2.392791892S}', '@{PT-1.087791892S}', '@{PT59M57.501208108S}', false, '@{PT59M57.501208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted', 'accepted', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.462791892S}', '@{PT-0.462791892S}', '@{PT59M59.503208108S}', false, '@{PT59M59.503208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-robustly', 0, 'ACCEPTED', 'book-courier', 'robust-in-only', 'user:alice', 'alice', 'accepted-robustly', 'accepted-robustly', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.373791892S}', '@{PT-0.373791892S}', '@{PT59M59.612208108S}', false, '@{PT59M59.612208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-optionally', 0, 'ACCEPTED', 'book-courier', 'in-optional-out', 'user:alice', 'alice', 'accepted-optionally', 'accepted-optionally', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.334791892S}', '@{PT-0.334791892S}', '@{PT59M59.651208108S}', false, '@{PT59M59.651208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-in-only', 0, 'ACCEPTED', 'book-courier', 'in-only', 'user:alice', 'alice', 'accepted-in-only', 'accepted-in-only', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.299791892S}', '@{PT-0.299791892S}', '@{PT59M59.689208108S}', false, '@{PT59M59.689208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-for-a-queue', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-queue', 'accepted-for-a-queue', 'queue:reply.alice.upgrade', NULL, false, NULL, 0, NULL, 1, '@{PT-0.266791892S}', '@{PT-0.266791892S}', '@{PT59M59.721208108S}', false, '@{PT59M59.721208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-for-a-mailbox', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', 'mailbox:answers', NULL, false, NULL, 0, NULL, 1, '@{PT-0.227791892S}', '@{PT-0.227791892S}', '@{PT59M59.754208108S}', false, '@{PT59M59.754208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('accepted-until-now', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-until-now', 'accepted-until-now', NULL, NULL, false, NULL, 0, NULL, 1, '@{PT-0.204791892S}', '@{PT-0.204791892S}', '@{PT2M29.788208108S}', false, '@{PT2M29.788208108S}', 0, NULL, NULL, 0, false, NULL, NULL, false, NULL, 1, NULL);
INSERT INTO public.parley_conversation VALUES ('bargain-worked-on', 2, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-worked-on-2', 'bargain-worked-on-2', NULL, NULL, false, NULL, 0, NULL, 3, '@{PT-3.302791892S}', '@{PT-0.147791892S}', '@{PT59M59.835208108S}', false, '@{PT59M59.835208108S}', 0, NULL, NULL, 0, false, NULL, 2, false, '{"offers":1,"price":80.00}', 3, NULL);
INSERT INTO public.parley_grant VALUES ('01a22821-96a8-77b9-b36e-c844d9b54e55', 'magazines', 'user:bob', NULL, 'WAITING', '@{PT-14.502791892S}', NULL, 0, '@{PT-14.502791892S}', NULL, NULL, NULL, 0, NULL, NULL, 0, '@{PT1H59M45.497208108S}', NULL, 'grant-of-magazines');
INSERT INTO public.parley_grant VALUES ('01a22821-963f-7983-b4e3-8b296fc2aa74', 'magazines', 'user:alice', 'mailbox:answers', 'ASKED', '@{PT-14.664791892S}', 'magazines/1', 1, '@{PT-14.664791892S}', '@{PT-14.664791892S}', '@{PT-14.664791892S}', '01a22821-963f-7983-b4e3-8b296fc2aa74.WpMGdtREg1j7hzaL7LZEeag4', 1, '@{PT9M45.537208108S}', NULL, 0, '@{PT9M45.537208108S}', NULL, 'grant-of-magazines');
INSERT INTO public.parley_grant VALUES ('01a22821-9720-716d-ba6a-827e4ee5b3a5', 'vans', 'user:alice', NULL, 'HELD', '@{PT-14.429791892S}', 'VAN-1', 1, '@{PT-14.429791892S}', '@{PT-14.429791892S}', '@{PT-14.429791892S}', NULL, 0, NULL, NULL, 0, '@{PT1H51M25.509208108S}', NULL, 'grant-of-vans');
INSERT INTO public.parley_grant VALUES ('01a22821-978d-717a-95b4-351065f72215', 'vans', 'user:bob', NULL, 'RELEASED', '@{PT-14.280791892S}', 'VAN-2', 2, '@{PT-14.280791892S}', '@{PT-14.280791892S}', '@{PT-14.280791892S}', NULL, 0, NULL, NULL, 0, '@{PT167H59M45.758208108S}', 'RELEASED', 'grant-of-vans');
INSERT INTO public.parley_grant VALUES ('01a22821-9847-719b-8cb6-f4a2fb5f5c93', 'leases', 'user:alice', NULL, 'HELD', '@{PT-14.085791892S}', 'leases/1', 1, '@{PT-14.085791892S}', '@{PT-14.085791892S}', '@{PT-14.085791892S}', NULL, 0, NULL, NULL, 0, '@{PT14M45.914208108S}', NULL, 'grant-of-leases');
INSERT INTO public.parley_grant VALUES ('01a22821-990b-773a-a61c-f6c31f79b94e', 'journals', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade', 'HELD', '@{PT-13.897791892S}', 'journals/1', 1, '@{PT-13.897791892S}', '@{PT-13.897791892S}', '@{PT-13.897791892S}', NULL, 0, NULL, NULL, 0, '@{PT1H57M1.130208108S}', NULL, 'grant-of-journals');
INSERT INTO public.parley_grant VALUES ('01a22821-99df-7e6b-8800-87a1e80a2d09', 'couriers', 'user:petra', 'queue:provider.petra', 'HELD', '@{PT-13.669791892S}', 'couriers/1', 1, '@{PT-13.669791892S}', '@{PT-13.669791892S}', '@{PT-13.669791892S}', NULL, 0, NULL, NULL, 0, '@{PT2M30.459208108S}', NULL, 'grant-of-couriers');
INSERT INTO public.parley_grant VALUES ('01a22821-9b88-7478-ae0b-43aad4025bb9', 'late-couriers', 'user:petra', 'queue:provider.petra.late', 'HELD', '@{PT-13.248791892S}', 'late-couriers/1', 1, '@{PT-13.248791892S}', '@{PT-13.248791892S}', '@{PT-13.248791892S}', NULL, 0, NULL, NULL, 0, '@{PT2M32.835208108S}', NULL, 'grant-of-late-couriers');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'succeeded', 'succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'faulted', 'faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'succeeded-in-only', 'succeeded-in-only', '417461528974496bd403d14eda6bee3f8d09efd4b17230d599db386d168571c1');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-faulted', 'jms-faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-succeeded', 'jms-succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-ended-1', 'bargain-ended', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-ended-2', 'bargain-ended', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-missed', 'bargain-missed', 'afdc3ef95061471c31a458aa8105258931cf315a28d52ce032b11fd499ab7803');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'cancelled', 'cancelled', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'expired', 'expired', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-by-mail', 'asked-by-mail', 'b3ba10da9efde2b0444fa7ba2d8d649bdc6c4a2a4f49642f6b3f3eb97d038573');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-by-locked-mail', 'asked-by-locked-mail', 'd892e655b097bd6de4117d9cde4c5bef84a67082e87d4147234360592d47b8f6');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'letter-by-mail', 'letter-by-mail', 'b9f5eb27ea600b2913a73b8ba1d6ced960bbb865fdd8f16f63ae0fd2b88ff3b3');
INSERT INTO public.parley_inbox VALUES ('operation:write-letter', 'letter-to-quotes.letters', '01a22821-9430-7ae0-9ca9-da1917221cf5', '42dd28cd0d505cca4094ff0d78101c667b3bc6eb09d557ce1cb84d9186efe34b');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-by-pool', 'asked-by-pool', '4846c987a1d9723af6bd307a6550bd224df75cdca751a8bb7b3a2386b8aafbcc');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-nobody', 'asked-nobody', 'e8d78ad3b89c78a918e6fbfa728a3ef9bae3fc59f7b7ddbd07cfa9746d5864e3');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-asked', 'jms-asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked', 'asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('temporary:5ad5c970-b80a-4883-878c-b123a49949ac', 'jms-temporary', 'jms-temporary', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-in-only', 'asked-in-only', '86bab927b8a8241dba72df0b5877ca780e8e470184edddc8d06d60b36f27af79');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-robustly', 'asked-robustly', '11fc64b879872f7198009284914cbff83b62e280329afcb60f3b82f8aae5c67d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-optionally', 'asked-optionally', '55be23f27ef12c4cc35a3ea44ad71685cbcc52a0b9de06ab768a2dfa0ab80101');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-until-now', 'asked-until-now', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'letter', 'letter', '6957a2dbb2aacd2490749f14c2aec6621fed3df0302f28a154a00a85c3693811');
INSERT INTO public.parley_inbox VALUES ('operation:write-letter', 'letter-to-quote', '01a22821-9dea-7315-8ff6-3876fdc558b7', 'c7ab599de9386d2dcb5244e6341b866059146b189c2f71f4862515a88295dc8d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-and-acknowledged', 'asked-and-acknowledged', '7eac9d797a3296036fe84115033eb46b9976e871932dc1cea855772a9fe9c2d3');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-again', 'asked-again', '206bdc2910bcba20e06a62f9662ab7838bd6d6d20c3749012e5216bbeb8762c7');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'pausing', 'pausing', '3807ab01a0a3b548f8363805fce6c91e87ce9acdc0953111cee06f3636cd706d');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'asked-in-order', 'asked-in-order', 'dfd6f52cd5acd573b31f7a04bda32262bde1ca18f735f1a6c22e7100d16381a7');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-awaited-1', 'bargain-awaited', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-worked-on-1', 'bargain-worked-on', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-1', 'jms-bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-3', 'jms-bargain-kept', '6e508f2f8bec9b155195dac29e03addc6f8b912ef10905b22f586a46ff0c75c0');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-4', 'jms-bargain-kept', '9e00f30d31c9384fa2236bb50d6baf43ecdaa900e7ae6713fe1d0e94fb35cbaa');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-kept-5', 'jms-bargain-kept', '88afbce959837be283e709a837072838d4fedc9b33a6671e0eff73b999b71d32');
INSERT INTO public.parley_inbox VALUES ('user:alice', 'bargain-kept-1', 'bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626');
INSERT INTO public.parley_inbox VALUES ('queue:reply.alice.upgrade', 'jms-bargain-without-first-2', 'jms-bargain-without-first', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344');
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
INSERT INTO public.parley_journal VALUES ('succeeded', 1, 'IN', 'REQUEST', 'place-order', 'user:alice', 'operation:place-order', 'succeeded', 'succeeded', '@{PT-25.477791892S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0);
INSERT INTO public.parley_journal VALUES ('faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'user:alice', 'operation:reserve-stock', 'faulted', 'faulted', '@{PT-24.490791892S}', '{"item":"lamp","quantity":1000000}', 0);
INSERT INTO public.parley_journal VALUES ('succeeded', 2, 'OUT', 'REPLY', 'place-order', 'parley', NULL, 'succeeded.Reply', 'succeeded', '@{PT-24.142791892S}', '{"customer":"Ada","item":"lamp","orderId":"76bc6f4e-f79d-4962-bacc-d1d42eee0ab4","quantity":2,"status":"PLACED"}', 0);
INSERT INTO public.parley_journal VALUES ('succeeded-in-only', 1, 'IN', 'REQUEST', 'record-visit', 'user:alice', 'operation:record-visit', 'succeeded-in-only', 'succeeded-in-only', '@{PT-24.000791892S}', '{"page":"/a"}', 0);
INSERT INTO public.parley_journal VALUES ('faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', NULL, 'faulted.Fault', 'faulted', '@{PT-23.914791892S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0);
INSERT INTO public.parley_journal VALUES ('jms-faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'queue:reply.alice.upgrade', 'operation:reserve-stock', 'jms-faulted', 'jms-faulted', '@{PT-23.323791892S}', '{"item":"lamp","quantity":1000000}', 0);
INSERT INTO public.parley_journal VALUES ('jms-faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', 'queue:reply.alice.upgrade.faults', 'jms-faulted.Fault', 'jms-faulted', '@{PT-23.322791892S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0);
INSERT INTO public.parley_journal VALUES ('jms-succeeded', 1, 'IN', 'REQUEST', 'place-order', 'queue:reply.alice.upgrade', 'operation:place-order', 'jms-succeeded', 'jms-succeeded', '@{PT-23.308791892S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0);
INSERT INTO public.parley_journal VALUES ('jms-succeeded', 2, 'OUT', 'ACK', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Ack', 'jms-succeeded', '@{PT-23.307791892S}', '{"conversationId":"jms-succeeded","messageId":"jms-succeeded","correlationId":"jms-succeeded","operation":"place-order","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-23.308791892S Z}","expiresAt":"@{PT59M36.646208108S Z}"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-1', 'bargain-ended-1', '@{PT-23.162791892S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('jms-succeeded', 3, 'OUT', 'REPLY', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Reply', 'jms-succeeded', '@{PT-22.946791892S}', '{"customer":"Ada","item":"lamp","orderId":"de17cafe-45b3-4f68-902e-86b02c5632e3","quantity":2,"status":"PLACED"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.Reply', 'bargain-ended-1', '@{PT-22.858791892S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-2', 'bargain-ended-2', '@{PT-22.441791892S}', '{"item":"lamp","price":80}', 2);
INSERT INTO public.parley_journal VALUES ('bargain-ended', 4, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.2.Reply', 'bargain-ended-2', '@{PT-22.268791892S}', '{"agreed":true,"item":"lamp","offers":2,"price":80}', 2);
INSERT INTO public.parley_journal VALUES ('bargain-missed', 1, 'IN', 'REQUEST', 'bargain-quickly', 'user:alice', 'operation:bargain-quickly', 'bargain-missed', 'bargain-missed', '@{PT-22.200791892S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-missed', 2, 'OUT', 'REPLY', 'bargain-quickly', 'parley', NULL, 'bargain-missed.Reply', 'bargain-missed', '@{PT-21.973791892S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('cancelled', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'cancelled', 'cancelled', '@{PT-21.836791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('cancelled', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'cancelled.Request', 'cancelled:U5NaQ2hmMMAbKiq_Qu4-AJo1', '@{PT-21.818791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('cancelled', 3, 'IN', 'NOTICE', 'quote-never', 'user:alice', 'parley', 'cancelled.Cancel', 'cancelled', '@{PT-21.683791892S}', '{"cancel":true}', 0);
INSERT INTO public.parley_journal VALUES ('cancelled', 4, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'cancelled.Fault', 'cancelled', '@{PT-21.682791892S}', '{"type":"urn:parley:fault:cancelled","title":"Cancelled","status":409,"detail":"quote-never was cancelled; what had been begun elsewhere is not undone."}', 0);
INSERT INTO public.parley_journal VALUES ('expired', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'expired', 'expired', '@{PT-21.501791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('expired', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'expired.Request', 'expired:PC4DRympBaB41aLyhR0tZKy3', '@{PT-21.500791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('expired', 3, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'expired.Fault', 'expired', '@{PT-20.466791892S}', '{"type":"urn:parley:fault:expired","title":"Deadline passed","status":504,"detail":"quote-never was not answered by @{PT-20.523791892S Z}; its provider was asked, and may have done it."}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-missed', 3, 'OUT', 'FAULT', 'bargain-quickly', 'parley', NULL, 'bargain-missed.2.Fault', 'bargain-missed', '@{PT-19.004791892S}', '{"type":"urn:parley:fault:turn-missed","title":"Turn not taken in time","status":504,"detail":"Turn 2 of conversation bargain-missed did not come by @{PT-19.014791892S Z}, which ends it; what the turns before it did stands."}', 2);
INSERT INTO public.parley_journal VALUES ('asked-by-mail', 1, 'IN', 'REQUEST', 'quotes.new', 'user:alice', 'operation:quotes.new', 'asked-by-mail', 'asked-by-mail', '@{PT-15.539791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-mail', 2, 'OUT', 'REQUEST', 'quotes.new', 'parley', 'mailbox:quotes.new', 'asked-by-mail.Request', 'asked-by-mail:fb3lpQGaTpHpsxBe1mXDMJn3', '@{PT-15.538791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-locked-mail', 1, 'IN', 'REQUEST', 'quotes.locked', 'user:alice', 'operation:quotes.locked', 'asked-by-locked-mail', 'asked-by-locked-mail', '@{PT-15.403791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-locked-mail', 2, 'OUT', 'REQUEST', 'quotes.locked', 'parley', 'mailbox:quotes.locked', 'asked-by-locked-mail.Request', 'asked-by-locked-mail:9BVLSvx3s6BUCHk1duVVvlpt', '@{PT-15.403791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('letter-by-mail', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter-by-mail', 'letter-by-mail', '@{PT-15.264791892S}', '{"whom":"quotes.letters","patience":3600}', 0);
INSERT INTO public.parley_journal VALUES ('01a22821-9430-7ae0-9ca9-da1917221cf5', 1, 'IN', 'REQUEST', 'quotes.letters', 'operation:write-letter', 'operation:quotes.letters', 'letter-to-quotes.letters', 'letter-to-quotes.letters', '@{PT-15.122791892S}', '{"patience":3600,"whom":"quotes.letters"}', 0);
INSERT INTO public.parley_journal VALUES ('01a22821-9430-7ae0-9ca9-da1917221cf5', 2, 'OUT', 'REQUEST', 'quotes.letters', 'parley', 'mailbox:quotes.letters', '01a22821-9430-7ae0-9ca9-da1917221cf5.Request', '01a22821-9430-7ae0-9ca9-da1917221cf5:vxcTvEW_M-7v2kLtw9pqCY5C', '@{PT-15.121791892S}', '{"patience":3600,"whom":"quotes.letters"}', 0);
INSERT INTO public.parley_journal VALUES ('letter-by-mail', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter-by-mail.Reply', 'letter-by-mail', '@{PT-15.115791892S}', '{}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-pool', 1, 'IN', 'REQUEST', 'quote-by-pool', 'user:alice', 'operation:quote-by-pool', 'asked-by-pool', 'asked-by-pool', '@{PT-13.625791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-by-pool', 2, 'OUT', 'REQUEST', 'quote-by-pool', 'parley', 'queue:provider.petra', 'asked-by-pool.Request', 'asked-by-pool:7OFlNUZI0N4ZDi5syByqwQjd', '@{PT-13.624791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-nobody', 1, 'IN', 'REQUEST', 'quote-by-nobody', 'user:alice', 'operation:quote-by-nobody', 'asked-nobody', 'asked-nobody', '@{PT-13.450791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('jms-asked', 1, 'IN', 'REQUEST', 'quote', 'queue:reply.alice.upgrade', 'operation:quote', 'jms-asked', 'jms-asked', '@{PT-13.088791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('jms-asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'jms-asked.Request', 'jms-asked:jm8YPHT3VNwoiLWS-782YsnA', '@{PT-13.088791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked', 'asked', '@{PT-13.082791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-robustly', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-robustly', 'asked-robustly', '@{PT-12.868791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked.Request', 'asked:Lz6UqKjtcmW2oBFDVRglt_Gz', '@{PT-13.081791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-only', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-in-only', 'asked-in-only', '@{PT-12.979791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-only', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-in-only.Request', 'asked-in-only:KvV5koK4h4rhpXoNZMHrWc51', '@{PT-12.975791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-optionally', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-optionally', 'asked-optionally', '@{PT-12.816791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-optionally', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-optionally.Request', 'asked-optionally:_nspxH6Z-cjo2dfJd4dNX6LW', '@{PT-12.815791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-until-now', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-until-now', 'asked-until-now', '@{PT-12.759791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-until-now', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-until-now.Request', 'asked-until-now:0Aq5yFjvdKrZ-Mg69SgfBBIv', '@{PT-12.757791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('letter', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter', 'letter', '@{PT-12.703791892S}', '{"whom":"quote","patience":3600}', 0);
INSERT INTO public.parley_journal VALUES ('asked-and-acknowledged', 3, 'IN', 'ACK', 'quote-acknowledged', 'provider', 'parley', 'ID:b4c95ab3-ec11-11f1-b64b-02fc00000001', 'asked-and-acknowledged:rO6r2DzB2zpKFnBjywCqNpbT', '@{PT-12.308791892S}', '{}', 0);
INSERT INTO public.parley_journal VALUES ('asked-again', 1, 'IN', 'REQUEST', 'quote-again', 'user:alice', 'operation:quote-again', 'asked-again', 'asked-again', '@{PT-12.148791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-again', 2, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:1oS08UyIHVikxZ_SqP7YNtzg', '@{PT-12.147791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('jms-temporary', 1, 'IN', 'REQUEST', 'quote', 'temporary:5ad5c970-b80a-4883-878c-b123a49949ac', 'operation:quote', 'jms-temporary', 'ID:b45dc79d-ec11-11f1-b64b-02fc00000001', '@{PT-13.030791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('jms-temporary', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'jms-temporary.Request', 'jms-temporary:QljEZ0B1rSiL4JFeJqyVnsII', '@{PT-13.029791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-and-acknowledged', 1, 'IN', 'REQUEST', 'quote-acknowledged', 'user:alice', 'operation:quote-acknowledged', 'asked-and-acknowledged', 'asked-and-acknowledged', '@{PT-12.534791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-and-acknowledged', 2, 'OUT', 'REQUEST', 'quote-acknowledged', 'parley', 'queue:provider.acknowledging', 'asked-and-acknowledged.Request', 'asked-and-acknowledged:rO6r2DzB2zpKFnBjywCqNpbT', '@{PT-12.534791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('pausing', 1, 'IN', 'REQUEST', 'quote-later', 'user:alice', 'operation:quote-later', 'pausing', 'pausing', '@{PT-10.294791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('pausing', 2, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:wxIq18jDfQXxxsdXBs6cxFbf', '@{PT-10.293791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-robustly', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-robustly.Request', 'asked-robustly:kdfGcG1ti3MosmouQalVGkIN', '@{PT-12.867791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('01a22821-9dea-7315-8ff6-3876fdc558b7', 1, 'IN', 'REQUEST', 'quote', 'operation:write-letter', 'operation:quote', 'letter-to-quote', 'letter-to-quote', '@{PT-12.629791892S}', '{"patience":3600,"whom":"quote"}', 0);
INSERT INTO public.parley_journal VALUES ('01a22821-9dea-7315-8ff6-3876fdc558b7', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', '01a22821-9dea-7315-8ff6-3876fdc558b7.Request', '01a22821-9dea-7315-8ff6-3876fdc558b7:az8iAGwFPbDkZ9oIHPdZUnmd', '@{PT-12.628791892S}', '{"patience":3600,"whom":"quote"}', 0);
INSERT INTO public.parley_journal VALUES ('letter', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter.Reply', 'letter', '@{PT-12.625791892S}', '{}', 0);
INSERT INTO public.parley_journal VALUES ('asked-again', 3, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:1oS08UyIHVikxZ_SqP7YNtzg', '@{PT-10.399791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('pausing', 3, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:wxIq18jDfQXxxsdXBs6cxFbf', '@{PT-8.504791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-order', 1, 'IN', 'REQUEST', 'quote-in-order', 'user:alice', 'operation:quote-in-order', 'asked-in-order', 'asked-in-order', '@{PT-5.293791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-order', 2, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.second', 'asked-in-order.Request', 'asked-in-order:lyzUQPhyyARHLrTuF89KLhuQ', '@{PT-5.291791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('asked-in-order', 3, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.first', 'asked-in-order.Request', 'asked-in-order:lyzUQPhyyARHLrTuF89KLhuQ', '@{PT-3.671791892S}', '{"item":"lamp"}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-awaited', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-awaited-1', 'bargain-awaited-1', '@{PT-3.494791892S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-awaited', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-awaited.Reply', 'bargain-awaited-1', '@{PT-3.364791892S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-worked-on', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-1', 'bargain-worked-on-1', '@{PT-3.302791892S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-worked-on', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-worked-on.Reply', 'bargain-worked-on-1', '@{PT-3.251791892S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('jms-bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'queue:reply.alice.upgrade', 'operation:bargain', 'jms-bargain-kept-1', 'jms-bargain-kept-1', '@{PT-3.157791892S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('jms-bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', 'queue:reply.alice.upgrade', 'jms-bargain-kept.Reply', 'jms-bargain-kept-1', '@{PT-3.149791892S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-kept-1', 'bargain-kept-1', '@{PT-2.815791892S}', '{"item":"lamp","price":60}', 1);
INSERT INTO public.parley_journal VALUES ('bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-kept.Reply', 'bargain-kept-1', '@{PT-2.707791892S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);
INSERT INTO public.parley_journal VALUES ('jms-failing', 1, 'IN', 'REQUEST', 'print-label', 'queue:reply.alice.upgrade', 'operation:print-label', 'jms-failing', 'jms-failing', '@{PT-2.392791892S}', '{"orderId":"order-1","failures":3}', 0);
INSERT INTO public.parley_journal VALUES ('jms-failing', 2, 'OUT', 'ACK', 'print-label', 'parley', 'queue:reply.alice.upgrade', 'jms-failing.Ack', 'jms-failing', '@{PT-2.391791892S}', '{"conversationId":"jms-failing","messageId":"jms-failing","correlationId":"jms-failing","operation":"print-label","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.392791892S Z}","expiresAt":"@{PT59M57.501208108S Z}"}', 0);
INSERT INTO public.parley_journal VALUES ('accepted', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted', 'accepted', '@{PT-0.462791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-robustly', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-robustly', 'accepted-robustly', '@{PT-0.373791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-optionally', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-optionally', 'accepted-optionally', '@{PT-0.334791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-in-only', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-in-only', 'accepted-in-only', '@{PT-0.299791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-for-a-queue', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-queue', 'accepted-for-a-queue', '@{PT-0.266791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-for-a-mailbox', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', '@{PT-0.227791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('accepted-until-now', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-until-now', 'accepted-until-now', '@{PT-0.204791892S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);
INSERT INTO public.parley_journal VALUES ('bargain-worked-on', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-2', 'bargain-worked-on-2', '@{PT-0.147791892S}', '{"item":"lamp","price":72}', 2);
INSERT INTO public.parley_kept VALUES ('jms-bargain-kept', 'jms-bargain-kept-3', 3, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-3', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', true, 'state of jms-bargain-kept-3', 0, '@{PT-2.923791892S}', '@{PT59M56.939208108S}', '{"conversationId":"jms-bargain-kept","messageId":"jms-bargain-kept-3","correlationId":"jms-bargain-kept-3","operation":"bargain","exchange":"in-out","status":"RUNNING","createdAt":"@{PT-3.157791892S Z}","expiresAt":"@{PT59M56.939208108S Z}","turn":3}', '{"item":"lamp","price":74}');
INSERT INTO public.parley_kept VALUES ('jms-bargain-kept', 'jms-bargain-kept-4', 4, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-4', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', false, 'state of jms-bargain-kept-4', 0, '@{PT-2.844791892S}', '@{PT59M56.972208108S}', NULL, '{"item":"lamp","price":75}');
INSERT INTO public.parley_kept VALUES ('jms-bargain-kept', 'jms-bargain-kept-5', 5, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-5', 'queue:reply.alice.upgrade', NULL, false, 'state of jms-bargain-kept-5', 0, '@{PT-2.799791892S}', '@{PT2M27.051208108S}', NULL, '{"item":"lamp","price":76}');
INSERT INTO public.parley_kept VALUES ('jms-bargain-without-first', 'jms-bargain-without-first-2', 2, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, true, 'state of jms-bargain-without-first-2', 0, '@{PT-2.791791892S}', '@{PT59M57.174208108S}', '{"conversationId":"jms-bargain-without-first","messageId":"jms-bargain-without-first-2","correlationId":"jms-bargain-without-first-2","operation":"bargain","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.791791892S Z}","expiresAt":"@{PT59M57.174208108S Z}","turn":2}', '{"item":"lamp","price":80}');
INSERT INTO public.parley_kept VALUES ('bargain-kept', 'bargain-kept-3', 3, 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-3', NULL, NULL, false, NULL, 0, '@{PT-2.576791892S}', '@{PT59M57.336208108S}', NULL, '{"item":"lamp","price":74}');
INSERT INTO public.parley_mail VALUES (1, 2, '01a22821-87c1-7756-8e13-ca01cd6a84c2', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-18.329791892S}', '@{PT335H59M41.670208108S}', '@{PT-18.329791892S}', '@{PT335H59M41.670208108S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (2, 2, '01a22821-88ba-7535-821b-0df901126a19', 'user:alice', 'picture', 'image/png', 'AAEC', 4, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-18.065791892S}', '@{PT335H59M41.934208108S}', '@{PT-18.065791892S}', '@{PT335H59M41.934208108S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (3, 3, '01a22821-88ef-7e8b-98e8-2eef147cdf13', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-18.009791892S}', '@{PT335H59M41.990208108S}', '@{PT2M11.990208108S}', '@{PT335H59M41.990208108S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (4, 4, '01a22821-891e-7a0b-9a0c-f0dd07fddbd5', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-17.961791892S}', '@{PT335H59M42.038208108S}', '@{PT1H59M42.060208108S}', '@{PT335H59M42.038208108S}', 1, 'c2X8QwGweEHLwn-r1sTSzRKc', '@{PT1H59M42.060208108S}', NULL);
INSERT INTO public.parley_mail VALUES (5, 5, '01a22821-89f9-7598-9fbc-b1eef7a87651', 'user:alice', NULL, NULL, '4', 1, NULL, NULL, NULL, NULL, NULL, NULL, '@{PT-17.740791892S}', '@{PT335H59M42.259208108S}', '@{PT42.281208108S}', '@{PT335H59M42.259208108S}', 1, 'd3WtcK0lIm4f-h2n3dCavhMo', '@{PT42.281208108S}', NULL);
INSERT INTO public.parley_mail VALUES (7, 6, 'mail-group-2', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, 'g', 1, '@{PT-17.477791892S}', '@{PT335H59M42.522208108S}', '9999-12-31 00:00:00+00', '@{PT335H59M42.522208108S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (8, 6, 'mail-group-3', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, 'g', 1, '@{PT-17.352791892S}', '@{PT335H59M42.647208108S}', '9999-12-31 00:00:00+00', '@{PT335H59M42.647208108S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (6, 6, 'mail-group-1', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, 'g', 1, '@{PT-17.669791892S}', '@{PT335H59M42.330208108S}', '@{PT1H59M42.730208108S}', '@{PT335H59M42.330208108S}', 1, 'l1kMdczL8YxKoYljeihwKN5O', '@{PT1H59M42.730208108S}', NULL);
INSERT INTO public.parley_mail VALUES (9, 7, 'mail-5', 'user:alice', NULL, NULL, '5', 1, NULL, NULL, 'mailbox:answers', NULL, NULL, NULL, '@{PT-17.127791892S}', '@{PT2M12.872208108S}', '@{PT-17.127791892S}', '@{PT2M12.872208108S}', 0, NULL, NULL, NULL);
INSERT INTO public.parley_mail VALUES (11, 9, 'asked-by-mail.Request', 'parley', 'quotes.new', NULL, '{"item":"lamp"}', 15, 'asked-by-mail:fb3lpQGaTpHpsxBe1mXDMJn3', 'asked-by-mail', 'queue:parley.replies', NULL, NULL, NULL, '@{PT-15.540791892S}', '@{PT59M44.318168108S}', '@{PT-15.540791892S}', '@{PT59M44.318168108S}', 0, NULL, NULL, '{"Kind":"Request","Attempt":1,"Hops":1}');
INSERT INTO public.parley_mail VALUES (12, 10, 'asked-by-locked-mail.Request', 'parley', 'quotes.locked', NULL, '{"item":"lamp"}', 15, 'asked-by-locked-mail:9BVLSvx3s6BUCHk1duVVvlpt', 'asked-by-locked-mail', 'queue:parley.replies', NULL, NULL, NULL, '@{PT-15.433791892S}', '@{PT59M44.493067108S}', '@{PT1H59M44.647208108S}', '@{PT1H59M44.647208108S}', 1, 'NeCQ_aYn5O6WhLUUy-Bex53j', '@{PT1H59M44.647208108S}', '{"Kind":"Request","Attempt":1,"Hops":1}');
INSERT INTO public.parley_mail VALUES (14, 1, '01a22821-963f-7983-b4e3-8b296fc2aa74.WpMGdtREg1j7hzaL7LZEeag4', 'parley', 'ping', NULL, '{"pool":"magazines","grantId":"01a22821-963f-7983-b4e3-8b296fc2aa74","reference":"magazines/1","fencingToken":1,"pingId":"01a22821-963f-7983-b4e3-8b296fc2aa74.WpMGdtREg1j7hzaL7LZEeag4","attempt":1,"answerWithin":"PT10M"}', 220, '01a22821-963f-7983-b4e3-8b296fc2aa74.WpMGdtREg1j7hzaL7LZEeag4', NULL, 'queue:parley.resources', NULL, NULL, NULL, '@{PT-14.462791892S}', '@{PT9M45.514955108S}', '@{PT-14.462791892S}', '@{PT9M45.514955108S}', 0, NULL, NULL, '{"Kind":"Ping","GrantId":"01a22821-963f-7983-b4e3-8b296fc2aa74","Pool":"magazines","Attempt":1,"Hops":0}');
INSERT INTO public.parley_mail_dead VALUES (8, 10, 'mail-6', 'user:bob', NULL, NULL, '6', 1, NULL, NULL, NULL, NULL, NULL, '@{PT-16.992791892S}', '@{PT335H59M43.007208108S}', 1, 'max-deliveries', '@{PT-15.942791892S}', NULL);
INSERT INTO public.parley_mail_group VALUES (1, 6, 'g');
INSERT INTO public.parley_mail_key VALUES (4, 'RECEPTION', 'user:bob', 'poll-mail.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '4.RNJcajRannjfulbFAGJ_F7O4', '@{PT167H59M42.060208108S}');
INSERT INTO public.parley_mail_key VALUES (5, 'RECEPTION', 'user:bob', 'poll-mail.lost', '78827f36b005f28047fd815d5a735f0201bc9e5094452590cf014aaa3ccfcf4d', '5.5IX21Q7Dd-9-nA7ykldlrIqI', '@{PT167H59M42.281208108S}');
INSERT INTO public.parley_mail_key VALUES (6, 'MESSAGE', 'user:alice', 'mail-group-1', '44872720b4601bb5845860e9b7a20caf8cfd49407d8205eb9460a72e953fbfcf', '', '@{PT167H59M42.330208108S}');
INSERT INTO public.parley_mail_key VALUES (6, 'MESSAGE', 'user:alice', 'mail-group-2', '136bc76c7cd786b3b8498c3da50f497f08b7033f59ad170d9863c565394a0897', '', '@{PT167H59M42.522208108S}');
INSERT INTO public.parley_mail_key VALUES (6, 'MESSAGE', 'user:alice', 'mail-group-3', 'ef3e67241ac5071604ad5203cc18472adb20a178b12e6eb1b23d9243687b95f3', '', '@{PT167H59M42.647208108S}');
INSERT INTO public.parley_mail_key VALUES (6, 'RECEPTION', 'user:bob', 'poll-mail.group', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '6._6ybpqcENjFxE9pD3CClVRyA', '@{PT167H59M42.730208108S}');
INSERT INTO public.parley_mail_key VALUES (7, 'MESSAGE', 'user:alice', 'mail-5', '15fa2696951a16f72df47b399ba492bed7e307033059c4856296cb0b069ccd08', '', '@{PT167H59M42.872208108S}');
INSERT INTO public.parley_mail_key VALUES (8, 'MESSAGE', 'user:bob', 'mail-6', '4d2312c6d1cbeddc87f266c7080d076c5d892147aa9532c4d99e008a9f4577e8', '', '@{PT167H59M43.007208108S}');
INSERT INTO public.parley_mail_key VALUES (8, 'RECEPTION', 'user:bob', 'poll-mail.dead', 'c86d6f7dd2e00cc930b47a88f24972a5f6d8947dba69659b7dd3daf98474d44f', '10.4Ihg86cy78YcF9AXbvPxnLAe', '@{PT167H59M43.037208108S}');
INSERT INTO public.parley_mail_key VALUES (10, 'RECEPTION', 'user:bob', 'poll-quotes.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '12.NCueRXrcYX4Qkk9w6lw6qfJx', '@{PT167H59M44.647208108S}');
INSERT INTO public.parley_mail_key VALUES (11, 'RECEPTION', 'user:bob', 'poll-quotes.letters', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '13.IpmGeO285DJXUgOjWRjiaqnk', '@{PT167H59M44.929208108S}');
INSERT INTO public.parley_mail_order VALUES (1, 6, '@{PT-17.669791892S}');
INSERT INTO public.parley_mail_order VALUES (1, 7, '@{PT-17.477791892S}');
INSERT INTO public.parley_mail_order VALUES (1, 8, '@{PT-17.352791892S}');
INSERT INTO public.parley_mailbox VALUES (1, 'answers', 1, 'alice', '{"owner":"alice","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-18.477791892S}', 'alice');
INSERT INTO public.parley_mailbox VALUES (2, 'mail.ready', 3, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-18.128791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (3, 'mail.delayed', 4, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-18.029791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (4, 'mail.locked', 5, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-17.975791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (5, 'mail.lost', 6, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-17.764791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (6, 'mail.group', 9, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-17.400791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (7, 'mail.expired', 10, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-17.177791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (8, 'mail.dead', 11, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":1,"messages":1000000,"bytes":1073741824}', '@{PT-17.019791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (9, 'quotes.new', 12, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-15.874791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (10, 'quotes.locked', 13, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-15.799791892S}', 'bob');
INSERT INTO public.parley_mailbox VALUES (11, 'quotes.letters', 14, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', '@{PT-15.723791892S}', 'bob');
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
INSERT INTO public.parley_operation VALUES ('quote-never', 1, '{"provider":{"queue":"provider.never"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-22.047791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quotes.new', 2, '{"provider":{"mailbox":"quotes.new"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-15.829791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quotes.locked', 3, '{"provider":{"mailbox":"quotes.locked"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-15.775791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quotes.letters', 4, '{"provider":{"mailbox":"quotes.letters"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-15.696791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-by-pool', 5, '{"provider":{"pool":"couriers"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-13.785791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-by-nobody', 7, '{"provider":{"pool":"late-couriers"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-13.344791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote', 8, '{"provider":{"queue":"provider.patient"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', '@{PT-13.170791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-acknowledged', 9, '{"provider":{"queue":"provider.acknowledging"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-12.574791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-again', 11, '{"provider":{"queue":"provider.again"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-12.003791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-later', 14, '{"provider":{"queue":"provider.later"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-5.403791892S}', 'olga');
INSERT INTO public.parley_operation VALUES ('quote-in-order', 16, '{"provider":[{"queue":"provider.first"},{"queue":"provider.second"}],"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', '@{PT-5.245791892S}', 'olga');
INSERT INTO public.parley_outbox VALUES (40, '01a22821-cd75-7d71-945e-66e3722aba8a', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted","Looks":{"Integer":"0"}}}', 'accepted', '@{PT-0.462791892S}', '@{PT-0.462791892S}', 0);
INSERT INTO public.parley_outbox VALUES (41, '01a22821-cdcf-73fb-a577-dcae2979b833', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-robustly","Looks":{"Integer":"0"}}}', 'accepted-robustly', '@{PT-0.372791892S}', '@{PT-0.372791892S}', 0);
INSERT INTO public.parley_outbox VALUES (42, '01a22821-cdfb-74d8-9edc-651a52cc6797', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-optionally","Looks":{"Integer":"0"}}}', 'accepted-optionally', '@{PT-0.328791892S}', '@{PT-0.328791892S}', 0);
INSERT INTO public.parley_outbox VALUES (43, '01a22821-ce1b-72e9-9a3e-7aacbba9a5b1', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-in-only","Looks":{"Integer":"0"}}}', 'accepted-in-only', '@{PT-0.296791892S}', '@{PT-0.296791892S}', 0);
INSERT INTO public.parley_outbox VALUES (44, '01a22821-ce3b-75b2-adc9-8153bd3df776', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-for-a-queue","Looks":{"Integer":"0"}}}', 'accepted-for-a-queue', '@{PT-0.264791892S}', '@{PT-0.264791892S}', 0);
INSERT INTO public.parley_outbox VALUES (45, '01a22821-ce61-727d-a03d-3213611c22c6', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-for-a-mailbox","Looks":{"Integer":"0"}}}', 'accepted-for-a-mailbox', '@{PT-0.226791892S}', '@{PT-0.226791892S}', 0);
INSERT INTO public.parley_outbox VALUES (46, '01a22821-ce7a-72c1-817d-221330c06a6f', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-until-now","Looks":{"Integer":"0"}}}', 'accepted-until-now', '@{PT-0.201791892S}', '@{PT-0.201791892S}', 0);
INSERT INTO public.parley_outbox VALUES (47, '01a22821-ceba-70e2-8c0f-5468d4ada8bb', 'queue:parley.work', NULL, '{"to":"queue:parley.work","type":"bargain","properties":{"Turn":{"Integer":"2"},"Looks":{"Integer":"0"},"ConversationId":"bargain-worked-on"}}', 'bargain-worked-on', '@{PT-0.137791892S}', '@{PT-0.137791892S}', 0);
INSERT INTO public.parley_outbox VALUES (48, '01a22821-cf25-7005-8256-a42ea7491223', 'queue:parley.replies', NULL, '{"to":"queue:parley.replies","type":"quotes.letters","correlationId":"01a22821-9430-7ae0-9ca9-da1917221cf5:vxcTvEW_M-7v2kLtw9pqCY5C","properties":{"MessageId":"01a22821-cf23-7b36-ad59-ef07e607e455","Kind":"Reply","ConversationId":"01a22821-9430-7ae0-9ca9-da1917221cf5"}}', '{"price":12}', '@{PT-0.030791892S}', '@{PT-0.030791892S}', 0);
INSERT INTO public.parley_outbox VALUES (49, 'failing', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"print-label","properties":{"ConversationId":"jms-failing","Looks":{"Integer":"0"}}}', 'jms-failing', '@{PT-0.462791892S}', '@{PT-0.462791892S}', 0);
INSERT INTO public.parley_pool VALUES ('vans', 2, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, false, 1, 0, 2, '@{PT-14.477791892S}', 'olga');
INSERT INTO public.parley_pool VALUES ('leases', 3, 'olga', '{"capacity":2,"pingEvery":"PT15M","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":true,"holders":["*"]}', 2, 2, true, 1, 0, 1, '@{PT-14.142791892S}', 'olga');
INSERT INTO public.parley_pool VALUES ('journals', 4, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, false, 1, 0, 1, '@{PT-14.028791892S}', 'olga');
INSERT INTO public.parley_pool VALUES ('magazines', 1, 'olga', '{"capacity":1,"pingEvery":"PT2H","pingTimeout":"PT10M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 1, 1, false, 1, 1, 1, '@{PT-14.944791892S}', 'olga');
INSERT INTO public.parley_pool VALUES ('couriers', 5, 'olga', '{"capacity":2,"pingEvery":"PT3M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, false, 1, 0, 1, '@{PT-13.725791892S}', 'olga');
INSERT INTO public.parley_pool VALUES ('late-couriers', 6, 'olga', '{"capacity":2,"pingEvery":"PT3M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, false, 1, 0, 1, '@{PT-13.301791892S}', 'olga');
INSERT INTO public.parley_provider VALUES ('queue:provider.again', '@{PT19.383208108S}');
INSERT INTO public.parley_provider VALUES ('queue:provider.later', '@{PT23.014208108S}');
INSERT INTO public.parley_provider VALUES ('queue:provider.second', '@{PT26.328208108S}');
INSERT INTO public.parley_schema_history VALUES (1, '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'parley', '2026-11-29 16:26:34.861517', 0, true);
INSERT INTO public.parley_schema_history VALUES (2, '1', 'conversations', 'SQL', 'V1__conversations.sql', 2126750418, 'parley', '2026-11-29 16:26:35.49083', 233, true);
INSERT INTO public.parley_schema_history VALUES (3, '2', 'directory', 'SQL', 'V2__directory.sql', -568011863, 'parley', '2026-11-29 16:26:35.999546', 74, true);
INSERT INTO public.parley_schema_history VALUES (4, '3', 'providers', 'SQL', 'V3__providers.sql', 1773138850, 'parley', '2026-11-29 16:26:36.143392', 78, true);
INSERT INTO public.parley_schema_history VALUES (5, '4', 'outbox', 'SQL', 'V4__outbox.sql', 1195431833, 'parley', '2026-11-29 16:26:36.286766', 72, true);
INSERT INTO public.parley_schema_history VALUES (6, '5', 'turns', 'SQL', 'V5__turns.sql', 1095374909, 'parley', '2026-11-29 16:26:36.467813', 161, true);
INSERT INTO public.parley_schema_history VALUES (7, '6', 'relay', 'SQL', 'V6__relay.sql', 395992498, 'parley', '2026-11-29 16:26:36.643083', 143, true);
INSERT INTO public.parley_schema_history VALUES (8, '7', 'provider groups', 'SQL', 'V7__provider_groups.sql', -786039437, 'parley', '2026-11-29 16:26:37.013168', 25, true);
INSERT INTO public.parley_schema_history VALUES (9, '8', 'mail properties', 'SQL', 'V8__mail_properties.sql', -1557641423, 'parley', '2026-11-29 16:26:37.100528', 91, true);
INSERT INTO public.parley_schema_history VALUES (10, '9', 'renewal', 'SQL', 'V9__renewal.sql', -1753804032, 'parley', '2026-11-29 16:26:37.28741', 191, true);
INSERT INTO public.parley_uptime VALUES (1, '@{PT-1.710791892S}', '@{PT-34.862791892S}');
SELECT pg_catalog.setval('public.parley_mail_group_id_seq', 3, true);
SELECT pg_catalog.setval('public.parley_mail_position_seq', 14, true);
SELECT pg_catalog.setval('public.parley_mailbox_id_seq', 11, true);
SELECT pg_catalog.setval('public.parley_mailbox_version', 14, true);
SELECT pg_catalog.setval('public.parley_operation_version', 16, true);
SELECT pg_catalog.setval('public.parley_outbox_position_seq', 49, true);
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
