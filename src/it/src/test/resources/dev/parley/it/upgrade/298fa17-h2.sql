;              
CREATE USER IF NOT EXISTS "PARLEY" PASSWORD '' ADMIN;          
CREATE SEQUENCE "public"."parley_mailbox_version" START WITH 1 RESTART WITH 15;
CREATE SEQUENCE "public"."parley_operation_version" START WITH 1 RESTART WITH 15;              
CREATE SEQUENCE "public"."parley_pool_version" START WITH 1 RESTART WITH 7;    
CREATE CACHED TABLE "public"."ordering_effect"(
    "id" CHARACTER VARYING(36) NOT NULL,
    "operation" CHARACTER VARYING(100) NOT NULL,
    "message_id" CHARACTER VARYING(512) NOT NULL,
    "conversation_id" CHARACTER VARYING(512) NOT NULL,
    "detail" CHARACTER VARYING(4000) NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."ordering_effect" ADD CONSTRAINT "public"."CONSTRAINT_1" PRIMARY KEY("id");               
INSERT INTO "public"."ordering_effect" VALUES
('7039a91b-aa4b-47ea-8c9d-921957875fc7', 'place-order', 'succeeded', 'succeeded', '2 x lamp for Ada', TIMESTAMP WITH TIME ZONE '@{PT-19.125361685S}'),
('ab8874a4-dc66-4e73-afb5-200cd406117b', 'record-visit', 'succeeded-in-only', 'succeeded-in-only', '/a', TIMESTAMP WITH TIME ZONE '@{PT-18.883480685S}'),
('62b2127a-54b1-4587-87b3-d867ed97f7cb', 'place-order', 'jms-succeeded', 'jms-succeeded', '2 x lamp for Ada', TIMESTAMP WITH TIME ZONE '@{PT-18.430889685S}'),
('4e088fef-eed8-4344-8ce5-b4273bcff89f', 'bargain', 'bargain-ended-1', 'bargain-ended', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-18.375290685S}'),
('58192fd8-3f37-432d-ae39-ecbae8d293df', 'bargain', 'bargain-ended-2', 'bargain-ended', 'offer 2: 80', TIMESTAMP WITH TIME ZONE '@{PT-17.810051685S}'),
('79e3d80d-f661-45cc-ae37-29f2194702a9', 'bargain', 'bargain-awaited-1', 'bargain-awaited', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-2.687544685S}'),
('3eb6e26e-5556-4e35-b239-ff21a1c98baa', 'bargain', 'bargain-worked-on-1', 'bargain-worked-on', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-2.601959685S}'),
('4b11132d-fa39-443a-aa70-f3647570ac7b', 'bargain', 'jms-bargain-kept-1', 'jms-bargain-kept', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-2.547010685S}'),
('d53b8886-8d94-4024-a6f7-9c4bffc2ff4c', 'bargain', 'bargain-kept-1', 'bargain-kept', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-2.200771685S}');        
CREATE INDEX "public"."ordering_effect_message" ON "public"."ordering_effect"("message_id" NULLS LAST);        
CREATE CACHED TABLE "public"."ordering_label_attempt"(
    "id" CHARACTER VARYING(36) NOT NULL,
    "message_id" CHARACTER VARYING(512) NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."ordering_label_attempt" ADD CONSTRAINT "public"."CONSTRAINT_E" PRIMARY KEY("id");        
INSERT INTO "public"."ordering_label_attempt" VALUES
('2d27f217-b582-41c2-b5b0-ac1379c96cb2', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-1.954664685S}'),
('90474de4-41c0-4bc9-9e2d-a4e859c6f32b', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-0.817311685S}');     
CREATE INDEX "public"."ordering_label_attempt_message" ON "public"."ordering_label_attempt"("message_id" NULLS LAST);          
CREATE CACHED TABLE "public"."ordering_van"(
    "plate" CHARACTER VARYING(20) NOT NULL,
    "holder" CHARACTER VARYING(300)
);
ALTER TABLE "public"."ordering_van" ADD CONSTRAINT "public"."CONSTRAINT_4" PRIMARY KEY("plate");               
INSERT INTO "public"."ordering_van" VALUES
('VAN-1', 'user:alice'),
('VAN-2', NULL);           
CREATE CACHED TABLE "public"."parley_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);           
ALTER TABLE "public"."parley_schema_history" ADD CONSTRAINT "public"."parley_schema_history_pk" PRIMARY KEY("installed_rank"); 
INSERT INTO "public"."parley_schema_history" VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'parley', TIMESTAMP '2026-11-29 15:21:47.595474', 0, TRUE),
(1, '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'parley', TIMESTAMP '2026-11-29 15:21:47.61638', 0, TRUE),
(2, '1', 'conversations', 'SQL', 'V1__conversations.sql', 2126750418, 'parley', TIMESTAMP '2026-11-29 15:21:47.902336', 123, TRUE),
(3, '2', 'directory', 'SQL', 'V2__directory.sql', -568011863, 'parley', TIMESTAMP '2026-11-29 15:21:47.954133', 32, TRUE),
(4, '3', 'providers', 'SQL', 'V3__providers.sql', 1773138850, 'parley', TIMESTAMP '2026-11-29 15:21:48.623865', 647, TRUE),
(5, '4', 'outbox', 'SQL', 'V4__outbox.sql', 1195431833, 'parley', TIMESTAMP '2026-11-29 15:21:48.670356', 29, TRUE),
(6, '5', 'turns', 'SQL', 'V5__turns.sql', 1095374909, 'parley', TIMESTAMP '2026-11-29 15:21:48.954111', 254, TRUE),
(7, '6', 'relay', 'SQL', 'V6__relay.sql', 395992498, 'parley', TIMESTAMP '2026-11-29 15:21:49.13407', 128, TRUE),
(8, '7', 'provider groups', 'SQL', 'V7__provider_groups.sql', -786039437, 'parley', TIMESTAMP '2026-11-29 15:21:49.208791', 50, TRUE),
(9, '8', 'mail properties', 'SQL', 'V8__mail_properties.sql', -1557641423, 'parley', TIMESTAMP '2026-11-29 15:21:49.305118', 60, TRUE),
(10, '9', 'renewal', 'SQL', 'V9__renewal.sql', -1753804032, 'parley', TIMESTAMP '2026-11-29 15:21:49.393651', 67, TRUE),
(11, '10', 'identities', 'SQL', 'V10__identities.sql', -1394873515, 'parley', TIMESTAMP '2026-11-29 15:21:49.450424', 34, TRUE);              
CREATE INDEX "public"."parley_schema_history_s_idx" ON "public"."parley_schema_history"("success" NULLS LAST); 
CREATE CACHED TABLE "public"."parley_mail"(
    "position" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 15 CACHE 10000) NOT NULL,
    "mailbox" BIGINT NOT NULL,
    "message_id" CHARACTER VARYING(255) NOT NULL,
    "sender" CHARACTER VARYING(300) NOT NULL,
    "type" CHARACTER VARYING(255),
    "content_type" CHARACTER VARYING(255),
    "body" CHARACTER VARYING(1048576) NOT NULL,
    "size" INTEGER NOT NULL,
    "correlation_id" CHARACTER VARYING(255),
    "conversation_id" CHARACTER VARYING(64),
    "reply_to" CHARACTER VARYING(300),
    "fault_to" CHARACTER VARYING(300),
    "group_key" CHARACTER VARYING(255),
    "group_id" BIGINT,
    "sent_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "expires_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "available_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "due_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "deliveries" INTEGER NOT NULL,
    "lock_key" CHARACTER VARYING(40),
    "locked_until" TIMESTAMP(6) WITH TIME ZONE,
    "properties" CHARACTER VARYING(1048576)
);         
ALTER TABLE "public"."parley_mail" ADD CONSTRAINT "public"."parley_mail_pk" PRIMARY KEY("position");           
INSERT INTO "public"."parley_mail" VALUES
(1, 2, '01a227e6-14ae-7a0d-9f26-00679c90308a', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.847925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.152074315S}', TIMESTAMP WITH TIME ZONE '@{PT-15.847925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.152074315S}', 0, NULL, NULL, NULL),
(2, 2, '01a227e6-1560-75e1-8971-feaccdfbd478', 'user:alice', 'picture', 'image/png', 'AAEC', 4, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.666925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.333074315S}', TIMESTAMP WITH TIME ZONE '@{PT-15.666925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.333074315S}', 0, NULL, NULL, NULL),
(3, 3, '01a227e6-158b-7e5e-b54c-0a5a82ea2afa', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.620925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.379074315S}', TIMESTAMP WITH TIME ZONE '@{PT3M44.379074315S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.379074315S}', 0, NULL, NULL, NULL),
(4, 4, '01a227e6-15bb-78a2-9408-86343669eefc', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.574925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.425074315S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.448074315S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.425074315S}', 1, 'RLB1JJeNqJGisFLL4JPltXOS', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.448074315S}', NULL),
(5, 5, '01a227e6-165d-7980-960c-d94f87bb6cce', 'user:alice', NULL, NULL, '4', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.411925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.588074315S}', TIMESTAMP WITH TIME ZONE '@{PT44.610074315S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.588074315S}', 1, '4aBmZ4MT7ktuYiSNh8KTryaV', TIMESTAMP WITH TIME ZONE '@{PT44.610074315S}', NULL),
(6, 6, 'mail-group-1', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, 'g', 1, TIMESTAMP WITH TIME ZONE '@{PT-15.320925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.679074315S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.981074315S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.679074315S}', 1, 'ioMWt4J6JGnpfsplTjv_-lRQ', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.981074315S}', NULL),
(7, 6, 'mail-group-2', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, 'g', 1, TIMESTAMP WITH TIME ZONE '@{PT-15.201925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.798074315S}', TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.798074315S}', 0, NULL, NULL, NULL),
(8, 6, 'mail-group-3', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, 'g', 1, TIMESTAMP WITH TIME ZONE '@{PT-15.049925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.950074315S}', TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00', TIMESTAMP WITH TIME ZONE '@{PT335H59M44.950074315S}', 0, NULL, NULL, NULL),
(9, 7, 'mail-5', 'user:alice', NULL, NULL, '5', 1, NULL, NULL, 'mailbox:answers', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-14.936925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M45.063074315S}', TIMESTAMP WITH TIME ZONE '@{PT-14.936925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M45.063074315S}', 0, NULL, NULL, NULL),
(11, 9, 'asked-by-mail.Request', 'parley', 'quotes.new', NULL, '{"item":"lamp"}', 15, 'asked-by-mail:QjA5XwAkslq_wpyFdu1OfkNZ', 'asked-by-mail', 'queue:parley.replies', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-13.598925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.378501315S}', TIMESTAMP WITH TIME ZONE '@{PT-13.598925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.378501315S}', 0, NULL, NULL, '{"Kind":"Request","Attempt":1,"Hops":1}'),
(12, 10, 'asked-by-locked-mail.Request', 'parley', 'quotes.locked', NULL, '{"item":"lamp"}', 15, 'asked-by-locked-mail:ClZ2HHJdZC8XGlFPaCEOw8Yn', 'asked-by-locked-mail', 'queue:parley.replies', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-13.520925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.461176315S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M46.507074315S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M46.507074315S}', 1, '7nkacKchhnZH3p9ypHmlGrk3', TIMESTAMP WITH TIME ZONE '@{PT1H59M46.507074315S}', '{"Kind":"Request","Attempt":1,"Hops":1}');       
INSERT INTO "public"."parley_mail" VALUES
(14, 1, '01a227e6-1f8f-7431-8409-eb72d88c89c6.4GiBtFCw0z6iSx3tWZnhW3Xn', 'parley', 'ping', NULL, '{"pool":"magazines","grantId":"01a227e6-1f8f-7431-8409-eb72d88c89c6","reference":"magazines/1","fencingToken":1,"pingId":"01a227e6-1f8f-7431-8409-eb72d88c89c6.4GiBtFCw0z6iSx3tWZnhW3Xn","attempt":1,"answerWithin":"PT10M"}', 220, '01a227e6-1f8f-7431-8409-eb72d88c89c6.4GiBtFCw0z6iSx3tWZnhW3Xn', NULL, 'queue:parley.resources', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-13.010925685S}', TIMESTAMP WITH TIME ZONE '@{PT9M46.950231315S}', TIMESTAMP WITH TIME ZONE '@{PT-13.010925685S}', TIMESTAMP WITH TIME ZONE '@{PT9M46.950231315S}', 0, NULL, NULL, '{"Kind":"Ping","GrantId":"01a227e6-1f8f-7431-8409-eb72d88c89c6","Pool":"magazines","Attempt":1,"Hops":0}');               
CREATE INDEX "public"."parley_mail_available_ix" ON "public"."parley_mail"("mailbox" NULLS LAST, "available_at" NULLS LAST, "position" NULLS LAST);            
CREATE INDEX "public"."parley_mail_due_ix" ON "public"."parley_mail"("due_at" NULLS LAST);     
CREATE CACHED TABLE "public"."parley_mail_dead"(
    "mailbox" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,
    "message_id" CHARACTER VARYING(255) NOT NULL,
    "sender" CHARACTER VARYING(300) NOT NULL,
    "type" CHARACTER VARYING(255),
    "content_type" CHARACTER VARYING(255),
    "body" CHARACTER VARYING(1048576) NOT NULL,
    "size" INTEGER NOT NULL,
    "correlation_id" CHARACTER VARYING(255),
    "conversation_id" CHARACTER VARYING(64),
    "reply_to" CHARACTER VARYING(300),
    "fault_to" CHARACTER VARYING(300),
    "group_key" CHARACTER VARYING(255),
    "sent_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "expires_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "deliveries" INTEGER NOT NULL,
    "reason" CHARACTER VARYING(40) NOT NULL,
    "died_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "properties" CHARACTER VARYING(1048576)
);       
ALTER TABLE "public"."parley_mail_dead" ADD CONSTRAINT "public"."parley_mail_dead_pk" PRIMARY KEY("mailbox", "position");      
INSERT INTO "public"."parley_mail_dead" VALUES
(8, 10, 'mail-6', 'user:bob', NULL, NULL, '6', 1, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-14.859925685S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M45.140074315S}', 1, 'max-deliveries', TIMESTAMP WITH TIME ZONE '@{PT-13.836925685S}', NULL);
CREATE INDEX "public"."parley_mail_dead_id_ix" ON "public"."parley_mail_dead"("mailbox" NULLS LAST, "message_id" NULLS LAST);  
CREATE CACHED TABLE "public"."parley_inbox"(
    "sender" CHARACTER VARYING(300) NOT NULL,
    "message_id" CHARACTER VARYING(255) NOT NULL,
    "conversation_id" CHARACTER VARYING(64) NOT NULL,
    "content_hash" CHARACTER(64) NOT NULL
);
ALTER TABLE "public"."parley_inbox" ADD CONSTRAINT "public"."parley_inbox_pk" PRIMARY KEY("sender", "message_id");             
INSERT INTO "public"."parley_inbox" VALUES
('user:alice', 'succeeded', 'succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d'),
('user:alice', 'faulted', 'faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b'),
('user:alice', 'succeeded-in-only', 'succeeded-in-only', '417461528974496bd403d14eda6bee3f8d09efd4b17230d599db386d168571c1'),
('queue:reply.alice.upgrade', 'jms-succeeded', 'jms-succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d'),
('user:alice', 'bargain-ended-1', 'bargain-ended', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('queue:reply.alice.upgrade', 'jms-faulted', 'jms-faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b'),
('user:alice', 'bargain-ended-2', 'bargain-ended', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344'),
('user:alice', 'cancelled', 'cancelled', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1'),
('user:alice', 'expired', 'expired', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1'),
('user:alice', 'asked-by-mail', 'asked-by-mail', 'b3ba10da9efde2b0444fa7ba2d8d649bdc6c4a2a4f49642f6b3f3eb97d038573'),
('user:alice', 'asked-by-locked-mail', 'asked-by-locked-mail', 'd892e655b097bd6de4117d9cde4c5bef84a67082e87d4147234360592d47b8f6'),
('user:alice', 'letter-by-mail', 'letter-by-mail', 'c46b70f624ffe84af9dc759b80f61115e0b7c5a8288e8cf986074d407faf0bce'),
('operation:write-letter', 'letter-to-quotes.letters', '01a227e6-1eb4-7bcc-a5e1-318d4e29f654', '5c45c6f1a30fd7997339f4a82e9cf98929bbed12e5085c0663fc0023bef568d8'),
('user:alice', 'asked-by-pool', 'asked-by-pool', '4846c987a1d9723af6bd307a6550bd224df75cdca751a8bb7b3a2386b8aafbcc'),
('user:alice', 'asked-nobody', 'asked-nobody', 'e8d78ad3b89c78a918e6fbfa728a3ef9bae3fc59f7b7ddbd07cfa9746d5864e3'),
('queue:reply.alice.upgrade', 'jms-asked', 'jms-asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('user:alice', 'asked', 'asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('user:alice', 'asked-in-only', 'asked-in-only', '86bab927b8a8241dba72df0b5877ca780e8e470184edddc8d06d60b36f27af79'),
('user:alice', 'asked-robustly', 'asked-robustly', '11fc64b879872f7198009284914cbff83b62e280329afcb60f3b82f8aae5c67d'),
('user:alice', 'asked-optionally', 'asked-optionally', '55be23f27ef12c4cc35a3ea44ad71685cbcc52a0b9de06ab768a2dfa0ab80101'),
('user:alice', 'asked-until-now', 'asked-until-now', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('user:alice', 'letter', 'letter', 'a17bbd94656968134690aaba655d7b96b7f4903a841af26c3f477ab5bf2ade51'),
('operation:write-letter', 'letter-to-quote', '01a227e6-254a-7871-8a93-ed39274249df', 'bac4d9cb31193fbd92ff0e5977326221d03121ad3aeaf1e45caf5d1b26689a5a'),
('user:alice', 'asked-and-acknowledged', 'asked-and-acknowledged', '7eac9d797a3296036fe84115033eb46b9976e871932dc1cea855772a9fe9c2d3'),
('user:alice', 'asked-again', 'asked-again', '206bdc2910bcba20e06a62f9662ab7838bd6d6d20c3749012e5216bbeb8762c7'),
('user:alice', 'pausing', 'pausing', '3807ab01a0a3b548f8363805fce6c91e87ce9acdc0953111cee06f3636cd706d'),
('user:alice', 'asked-in-order', 'asked-in-order', 'dfd6f52cd5acd573b31f7a04bda32262bde1ca18f735f1a6c22e7100d16381a7'),
('user:alice', 'bargain-awaited-1', 'bargain-awaited', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('user:alice', 'bargain-worked-on-1', 'bargain-worked-on', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-1', 'jms-bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-3', 'jms-bargain-kept', '6e508f2f8bec9b155195dac29e03addc6f8b912ef10905b22f586a46ff0c75c0'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-4', 'jms-bargain-kept', '9e00f30d31c9384fa2236bb50d6baf43ecdaa900e7ae6713fe1d0e94fb35cbaa'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-5', 'jms-bargain-kept', '88afbce959837be283e709a837072838d4fedc9b33a6671e0eff73b999b71d32');           
INSERT INTO "public"."parley_inbox" VALUES
('queue:reply.alice.upgrade', 'jms-bargain-without-first-2', 'jms-bargain-without-first', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344'),
('user:alice', 'bargain-kept-1', 'bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('user:alice', 'bargain-kept-3', 'bargain-kept', '6e508f2f8bec9b155195dac29e03addc6f8b912ef10905b22f586a46ff0c75c0'),
('queue:reply.alice.upgrade', 'jms-failing', 'jms-failing', 'ece53c4db21749629f61e7686fb943c5d784e6d2e6bcd82467fef4c8d0c7a836'),
('user:alice', 'accepted', 'accepted', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de'),
('user:alice', 'accepted-robustly', 'accepted-robustly', '6373773ecc3b278bd0e2d37e126a098f68244d86f17f6d90728ac513d41795f5'),
('user:alice', 'accepted-optionally', 'accepted-optionally', 'a4282eb5e71270e3493e227b301c73f5068c63e38957cdafb7846d496edf35e4'),
('user:alice', 'accepted-in-only', 'accepted-in-only', 'e3a6caa96627621a633657f2a03fe6905eaef4b167240c259fd3b0287f7d7449'),
('user:alice', 'accepted-for-a-queue', 'accepted-for-a-queue', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de'),
('user:alice', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de'),
('user:alice', 'accepted-until-now', 'accepted-until-now', '427f183b097759f420a273d436e7682840d3ecce28e3d39831fd09b0fb2562de'),
('user:alice', 'bargain-worked-on-2', 'bargain-worked-on', 'd7b79cb54e9e1a7a659122af1b49c4518800872890ec53455afea6576c78fb4b');     
CREATE CACHED TABLE "public"."parley_kept"(
    "conversation_id" CHARACTER VARYING(64) NOT NULL,
    "message_id" CHARACTER VARYING(255) NOT NULL,
    "turn" INTEGER NOT NULL,
    "operation" CHARACTER VARYING(100) NOT NULL,
    "exchange" CHARACTER VARYING(20) NOT NULL,
    "sender" CHARACTER VARYING(300) NOT NULL,
    "owner" CHARACTER VARYING(255),
    "correlation_id" CHARACTER VARYING(255) NOT NULL,
    "reply_to" CHARACTER VARYING(300),
    "fault_to" CHARACTER VARYING(300),
    "acknowledge" BOOLEAN NOT NULL,
    "state" CHARACTER VARYING(32768),
    "hops" INTEGER NOT NULL,
    "kept_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "expires_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "acknowledgment" CHARACTER VARYING(4000),
    "body" CHARACTER VARYING(1048576) NOT NULL
);       
ALTER TABLE "public"."parley_kept" ADD CONSTRAINT "public"."parley_kept_pk" PRIMARY KEY("conversation_id", "message_id");      
INSERT INTO "public"."parley_kept" VALUES
('jms-bargain-kept', 'jms-bargain-kept-3', 3, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-3', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', TRUE, 'state of jms-bargain-kept-3', 0, TIMESTAMP WITH TIME ZONE '@{PT-2.370925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.610074315S}', '{"conversationId":"jms-bargain-kept","messageId":"jms-bargain-kept-3","correlationId":"jms-bargain-kept-3","operation":"bargain","exchange":"in-out","status":"RUNNING","createdAt":"@{PT-2.547925685S Z}","expiresAt":"@{PT59M57.610074315S Z}","turn":3}', '{"item":"lamp","price":74}'),
('jms-bargain-without-first', 'jms-bargain-without-first-2', 2, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, TRUE, 'state of jms-bargain-without-first-2', 0, TIMESTAMP WITH TIME ZONE '@{PT-2.301925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M57.676074315S}', '{"conversationId":"jms-bargain-without-first","messageId":"jms-bargain-without-first-2","correlationId":"jms-bargain-without-first-2","operation":"bargain","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.301925685S Z}","expiresAt":"@{PT3M57.676074315S Z}","turn":2}', '{"item":"lamp","price":80}'),
('jms-bargain-kept', 'jms-bargain-kept-4', 4, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-4', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', FALSE, 'state of jms-bargain-kept-4', 0, TIMESTAMP WITH TIME ZONE '@{PT-2.294925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.664074315S}', NULL, '{"item":"lamp","price":75}'),
('jms-bargain-kept', 'jms-bargain-kept-5', 5, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-5', 'queue:reply.alice.upgrade', NULL, FALSE, 'state of jms-bargain-kept-5', 0, TIMESTAMP WITH TIME ZONE '@{PT-2.258925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M57.647074315S}', NULL, '{"item":"lamp","price":76}'),
('bargain-kept', 'bargain-kept-3', 3, 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-3', NULL, NULL, FALSE, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT-2.149925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.834074315S}', NULL, '{"item":"lamp","price":74}');   
CREATE CACHED TABLE "public"."parley_operation"(
    "name" CHARACTER VARYING(100) NOT NULL,
    "version" BIGINT NOT NULL,
    "definition" CHARACTER VARYING(262144) NOT NULL,
    "updated_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "updated_by" CHARACTER VARYING(255) NOT NULL
);    
ALTER TABLE "public"."parley_operation" ADD CONSTRAINT "public"."parley_operation_pk" PRIMARY KEY("name");     
INSERT INTO "public"."parley_operation" VALUES
('quote-never', 1, '{"provider":{"queue":"provider.never"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-17.676925685S}', 'olga'),
('quotes.new', 2, '{"provider":{"mailbox":"quotes.new"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-13.749925685S}', 'olga'),
('quotes.locked', 3, '{"provider":{"mailbox":"quotes.locked"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-13.711925685S}', 'olga'),
('quotes.letters', 4, '{"provider":{"mailbox":"quotes.letters"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-13.660925685S}', 'olga'),
('quote-by-pool', 5, '{"provider":{"pool":"couriers"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-12.429925685S}', 'olga'),
('quote-by-nobody', 6, '{"provider":{"pool":"late-couriers"},"timeout":"PT1.5S","retry":{"attempts":5,"backoff":"PT5M","multiplier":1.0,"maximum":"PT5M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-12.210925685S}', 'olga'),
('quote', 7, '{"provider":{"queue":"provider.patient"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-12.050925685S}', 'olga'),
('quote-acknowledged', 8, '{"provider":{"queue":"provider.acknowledging"},"timeout":"PT5M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-11.523925685S}', 'olga'),
('quote-again', 10, '{"provider":{"queue":"provider.again"},"timeout":"PT5M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-10.882925685S}', 'olga'),
('quote-later', 12, '{"provider":{"queue":"provider.later"},"timeout":"PT1.5S","retry":{"attempts":5,"backoff":"PT5M","multiplier":1.0,"maximum":"PT5M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-7.382925685S}', 'olga'),
('quote-in-order', 14, '{"provider":[{"queue":"provider.first"},{"queue":"provider.second"}],"timeout":"PT5M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-4.258925685S}', 'olga');    
CREATE CACHED TABLE "public"."parley_provider"(
    "address" CHARACTER VARYING(300) NOT NULL,
    "passed_over_until" TIMESTAMP(6) WITH TIME ZONE NOT NULL
); 
ALTER TABLE "public"."parley_provider" ADD CONSTRAINT "public"."parley_provider_pk" PRIMARY KEY("address");    
INSERT INTO "public"."parley_provider" VALUES
('queue:provider.again', TIMESTAMP WITH TIME ZONE '@{PT20.480074315S}'),
('queue:provider.later', TIMESTAMP WITH TIME ZONE '@{PT24.046074315S}'),
('queue:provider.second', TIMESTAMP WITH TIME ZONE '@{PT27.211074315S}');              
CREATE CACHED TABLE "public"."parley_outbox"(
    "position" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 48 CACHE 10000) NOT NULL,
    "id" CHARACTER VARYING(36) NOT NULL,
    "destination" CHARACTER VARYING(300) NOT NULL,
    "order_key" CHARACTER VARYING(64),
    "headers" CHARACTER VARYING(1048576) NOT NULL,
    "body" CHARACTER VARYING(1048576) NOT NULL,
    "written_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "due_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "tries" INTEGER NOT NULL
);       
ALTER TABLE "public"."parley_outbox" ADD CONSTRAINT "public"."parley_outbox_pk" PRIMARY KEY("position");       
INSERT INTO "public"."parley_outbox" VALUES
(38, '01a227e6-5109-745c-8aab-211f57baf477', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted","Looks":{"Integer":"0"}}}', 'accepted', TIMESTAMP WITH TIME ZONE '@{PT-0.390925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.390925685S}', 0),
(39, '01a227e6-5134-7f1f-861c-50b6b9aba486', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-robustly","Looks":{"Integer":"0"}}}', 'accepted-robustly', TIMESTAMP WITH TIME ZONE '@{PT-0.347925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.347925685S}', 0),
(40, '01a227e6-5156-7362-bb6d-1b0a2c2bc152', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-optionally","Looks":{"Integer":"0"}}}', 'accepted-optionally', TIMESTAMP WITH TIME ZONE '@{PT-0.313925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.313925685S}', 0),
(41, '01a227e6-518f-71bb-b467-473fe7e9160d', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-in-only","Looks":{"Integer":"0"}}}', 'accepted-in-only', TIMESTAMP WITH TIME ZONE '@{PT-0.256925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.256925685S}', 0),
(42, '01a227e6-51ac-7b45-baab-20b2bb6fe20e', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-for-a-queue","Looks":{"Integer":"0"}}}', 'accepted-for-a-queue', TIMESTAMP WITH TIME ZONE '@{PT-0.227925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.227925685S}', 0),
(43, '01a227e6-51df-7abb-9b15-679d4c42860b', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-for-a-mailbox","Looks":{"Integer":"0"}}}', 'accepted-for-a-mailbox', TIMESTAMP WITH TIME ZONE '@{PT-0.176925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.176925685S}', 0),
(44, '01a227e6-5200-7c4e-87e7-4b63103e3e40', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-until-now","Looks":{"Integer":"0"}}}', 'accepted-until-now', TIMESTAMP WITH TIME ZONE '@{PT-0.143925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.143925685S}', 0),
(45, '01a227e6-522a-78b2-aa0a-d42eaa7bb1c2', 'queue:parley.work', NULL, '{"to":"queue:parley.work","type":"bargain","properties":{"Looks":{"Integer":"0"},"Turn":{"Integer":"2"},"ConversationId":"bargain-worked-on"}}', 'bargain-worked-on', TIMESTAMP WITH TIME ZONE '@{PT-0.101925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.101925685S}', 0),
(46, '01a227e6-527a-7c4f-9f3d-fa4b97d6d0b4', 'queue:parley.replies', NULL, '{"to":"queue:parley.replies","type":"quotes.letters","correlationId":"01a227e6-1eb4-7bcc-a5e1-318d4e29f654:k7te5ogWZvOi6tLJIFsQzxVY","properties":{"MessageId":"01a227e6-5279-71fd-91c8-9a20edf09337","ConversationId":"01a227e6-1eb4-7bcc-a5e1-318d4e29f654","Kind":"Reply"}}', '{"price":12}', TIMESTAMP WITH TIME ZONE '@{PT-0.021925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.021925685S}', 0),
(47, 'failing', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"print-label","properties":{"ConversationId":"jms-failing","Looks":{"Integer":"0"}}}', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-0.390925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.390925685S}', 0);        
CREATE INDEX "public"."parley_outbox_order_ix" ON "public"."parley_outbox"("order_key" NULLS LAST, "position" NULLS LAST);     
CREATE CACHED TABLE "public"."parley_journal"(
    "conversation_id" CHARACTER VARYING(64) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "direction" CHARACTER VARYING(3) NOT NULL,
    "kind" CHARACTER VARYING(8) NOT NULL,
    "type" CHARACTER VARYING(100) NOT NULL,
    "sent_from" CHARACTER VARYING(300) NOT NULL,
    "sent_to" CHARACTER VARYING(300),
    "message_id" CHARACTER VARYING(300) NOT NULL,
    "correlation_id" CHARACTER VARYING(255) NOT NULL,
    "at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "body" CHARACTER VARYING(1048576) NOT NULL,
    "turn" INTEGER DEFAULT 0 NOT NULL
);              
ALTER TABLE "public"."parley_journal" ADD CONSTRAINT "public"."parley_journal_pk" PRIMARY KEY("conversation_id", "sequence");  
INSERT INTO "public"."parley_journal" VALUES
('succeeded', 1, 'IN', 'REQUEST', 'place-order', 'user:alice', 'operation:place-order', 'succeeded', 'succeeded', TIMESTAMP WITH TIME ZONE '@{PT-19.840925685S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0),
('faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'user:alice', 'operation:reserve-stock', 'faulted', 'faulted', TIMESTAMP WITH TIME ZONE '@{PT-19.290925685S}', '{"item":"lamp","quantity":1000000}', 0),
('succeeded-in-only', 1, 'IN', 'REQUEST', 'record-visit', 'user:alice', 'operation:record-visit', 'succeeded-in-only', 'succeeded-in-only', TIMESTAMP WITH TIME ZONE '@{PT-19.151925685S}', '{"page":"/a"}', 0),
('faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', NULL, 'faulted.Fault', 'faulted', TIMESTAMP WITH TIME ZONE '@{PT-19.069925685S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0),
('succeeded', 2, 'OUT', 'REPLY', 'place-order', 'parley', NULL, 'succeeded.Reply', 'succeeded', TIMESTAMP WITH TIME ZONE '@{PT-19.017925685S}', '{"customer":"Ada","item":"lamp","orderId":"7039a91b-aa4b-47ea-8c9d-921957875fc7","quantity":2,"status":"PLACED"}', 0),
('jms-faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'queue:reply.alice.upgrade', 'operation:reserve-stock', 'jms-faulted', 'jms-faulted', TIMESTAMP WITH TIME ZONE '@{PT-18.735925685S}', '{"item":"lamp","quantity":1000000}', 0),
('jms-faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', 'queue:reply.alice.upgrade.faults', 'jms-faulted.Fault', 'jms-faulted', TIMESTAMP WITH TIME ZONE '@{PT-18.734925685S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0),
('jms-succeeded', 1, 'IN', 'REQUEST', 'place-order', 'queue:reply.alice.upgrade', 'operation:place-order', 'jms-succeeded', 'jms-succeeded', TIMESTAMP WITH TIME ZONE '@{PT-18.758925685S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0),
('jms-succeeded', 2, 'OUT', 'ACK', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Ack', 'jms-succeeded', TIMESTAMP WITH TIME ZONE '@{PT-18.757925685S}', '{"conversationId":"jms-succeeded","messageId":"jms-succeeded","correlationId":"jms-succeeded","operation":"place-order","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-18.758925685S Z}","expiresAt":"@{PT59M41.224074315S Z}"}', 0),
('bargain-ended', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-1', 'bargain-ended-1', TIMESTAMP WITH TIME ZONE '@{PT-18.615925685S}', '{"item":"lamp","price":60}', 1),
('jms-succeeded', 3, 'OUT', 'REPLY', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Reply', 'jms-succeeded', TIMESTAMP WITH TIME ZONE '@{PT-18.430925685S}', '{"customer":"Ada","item":"lamp","orderId":"62b2127a-54b1-4587-87b3-d867ed97f7cb","quantity":2,"status":"PLACED"}', 0),
('bargain-ended', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.Reply', 'bargain-ended-1', TIMESTAMP WITH TIME ZONE '@{PT-18.330925685S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('bargain-ended', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-2', 'bargain-ended-2', TIMESTAMP WITH TIME ZONE '@{PT-17.936925685S}', '{"item":"lamp","price":80}', 2),
('bargain-ended', 4, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.2.Reply', 'bargain-ended-2', TIMESTAMP WITH TIME ZONE '@{PT-17.804925685S}', '{"agreed":true,"item":"lamp","offers":2,"price":80}', 2),
('cancelled', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'cancelled', 'cancelled', TIMESTAMP WITH TIME ZONE '@{PT-17.600925685S}', '{"item":"lamp"}', 0),
('cancelled', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'cancelled.Request', 'cancelled:B5W0jSH_4tJ6pvMKk4J6Ka4l', TIMESTAMP WITH TIME ZONE '@{PT-17.590925685S}', '{"item":"lamp"}', 0);       
INSERT INTO "public"."parley_journal" VALUES
('cancelled', 3, 'IN', 'NOTICE', 'quote-never', 'user:alice', 'parley', 'cancelled.Cancel', 'cancelled', TIMESTAMP WITH TIME ZONE '@{PT-17.511925685S}', '{"cancel":true}', 0),
('cancelled', 4, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'cancelled.Fault', 'cancelled', TIMESTAMP WITH TIME ZONE '@{PT-17.510925685S}', '{"type":"urn:parley:fault:cancelled","title":"Cancelled","status":409,"detail":"quote-never was cancelled; what had been begun elsewhere is not undone."}', 0),
('expired', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'expired', 'expired', TIMESTAMP WITH TIME ZONE '@{PT-17.340925685S}', '{"item":"lamp"}', 0),
('expired', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'expired.Request', 'expired:zHF9hbaLTKXQj9Eqb30SMQxt', TIMESTAMP WITH TIME ZONE '@{PT-17.339925685S}', '{"item":"lamp"}', 0),
('expired', 3, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'expired.Fault', 'expired', TIMESTAMP WITH TIME ZONE '@{PT-16.352925685S}', '{"type":"urn:parley:fault:expired","title":"Deadline passed","status":504,"detail":"quote-never was not answered by @{PT-16.371925685S Z}; its provider was asked, and may have done it."}', 0),
('asked-by-mail', 1, 'IN', 'REQUEST', 'quotes.new', 'user:alice', 'operation:quotes.new', 'asked-by-mail', 'asked-by-mail', TIMESTAMP WITH TIME ZONE '@{PT-13.624925685S}', '{"item":"lamp"}', 0),
('asked-by-mail', 2, 'OUT', 'REQUEST', 'quotes.new', 'parley', 'mailbox:quotes.new', 'asked-by-mail.Request', 'asked-by-mail:QjA5XwAkslq_wpyFdu1OfkNZ', TIMESTAMP WITH TIME ZONE '@{PT-13.616925685S}', '{"item":"lamp"}', 0),
('asked-by-locked-mail', 1, 'IN', 'REQUEST', 'quotes.locked', 'user:alice', 'operation:quotes.locked', 'asked-by-locked-mail', 'asked-by-locked-mail', TIMESTAMP WITH TIME ZONE '@{PT-13.531925685S}', '{"item":"lamp"}', 0),
('asked-by-locked-mail', 2, 'OUT', 'REQUEST', 'quotes.locked', 'parley', 'mailbox:quotes.locked', 'asked-by-locked-mail.Request', 'asked-by-locked-mail:ClZ2HHJdZC8XGlFPaCEOw8Yn', TIMESTAMP WITH TIME ZONE '@{PT-13.530925685S}', '{"item":"lamp"}', 0),
('letter-by-mail', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter-by-mail', 'letter-by-mail', TIMESTAMP WITH TIME ZONE '@{PT-13.361925685S}', '{"whom":"quotes.letters"}', 0),
('01a227e6-1eb4-7bcc-a5e1-318d4e29f654', 1, 'IN', 'REQUEST', 'quotes.letters', 'operation:write-letter', 'operation:quotes.letters', 'letter-to-quotes.letters', 'letter-to-quotes.letters', TIMESTAMP WITH TIME ZONE '@{PT-13.274925685S}', '{"whom":"quotes.letters"}', 0),
('01a227e6-1eb4-7bcc-a5e1-318d4e29f654', 2, 'OUT', 'REQUEST', 'quotes.letters', 'parley', 'mailbox:quotes.letters', '01a227e6-1eb4-7bcc-a5e1-318d4e29f654.Request', '01a227e6-1eb4-7bcc-a5e1-318d4e29f654:k7te5ogWZvOi6tLJIFsQzxVY', TIMESTAMP WITH TIME ZONE '@{PT-13.273925685S}', '{"whom":"quotes.letters"}', 0),
('letter-by-mail', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter-by-mail.Reply', 'letter-by-mail', TIMESTAMP WITH TIME ZONE '@{PT-13.266925685S}', '{}', 0),
('asked-by-pool', 1, 'IN', 'REQUEST', 'quote-by-pool', 'user:alice', 'operation:quote-by-pool', 'asked-by-pool', 'asked-by-pool', TIMESTAMP WITH TIME ZONE '@{PT-12.233925685S}', '{"item":"lamp"}', 0),
('asked-by-pool', 2, 'OUT', 'REQUEST', 'quote-by-pool', 'parley', 'queue:provider.petra', 'asked-by-pool.Request', 'asked-by-pool:6bqkGMTS3GdumC1wf-fHtWH0', TIMESTAMP WITH TIME ZONE '@{PT-12.233925685S}', '{"item":"lamp"}', 0),
('asked-nobody', 1, 'IN', 'REQUEST', 'quote-by-nobody', 'user:alice', 'operation:quote-by-nobody', 'asked-nobody', 'asked-nobody', TIMESTAMP WITH TIME ZONE '@{PT-12.164925685S}', '{"item":"lamp"}', 0),
('jms-asked', 1, 'IN', 'REQUEST', 'quote', 'queue:reply.alice.upgrade', 'operation:quote', 'jms-asked', 'jms-asked', TIMESTAMP WITH TIME ZONE '@{PT-11.998925685S}', '{"item":"lamp"}', 0),
('jms-asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'jms-asked.Request', 'jms-asked:CU7XN_Q_OCEMQ2p6Iq5EBeEt', TIMESTAMP WITH TIME ZONE '@{PT-11.997925685S}', '{"item":"lamp"}', 0);  
INSERT INTO "public"."parley_journal" VALUES
('asked', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked', 'asked', TIMESTAMP WITH TIME ZONE '@{PT-11.978925685S}', '{"item":"lamp"}', 0),
('asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked.Request', 'asked:dE4-7CfrHqEtg1t2dNGR0Xjg', TIMESTAMP WITH TIME ZONE '@{PT-11.976925685S}', '{"item":"lamp"}', 0),
('asked-in-only', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-in-only', 'asked-in-only', TIMESTAMP WITH TIME ZONE '@{PT-11.933925685S}', '{"item":"lamp"}', 0),
('asked-in-only', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-in-only.Request', 'asked-in-only:AuKQcNKoPI9c139B4LOiG0Nc', TIMESTAMP WITH TIME ZONE '@{PT-11.928925685S}', '{"item":"lamp"}', 0),
('asked-robustly', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-robustly', 'asked-robustly', TIMESTAMP WITH TIME ZONE '@{PT-11.871925685S}', '{"item":"lamp"}', 0),
('asked-robustly', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-robustly.Request', 'asked-robustly:BeHBUE-Eu1dmxuiqFvUxWxo9', TIMESTAMP WITH TIME ZONE '@{PT-11.870925685S}', '{"item":"lamp"}', 0),
('asked-optionally', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-optionally', 'asked-optionally', TIMESTAMP WITH TIME ZONE '@{PT-11.815925685S}', '{"item":"lamp"}', 0),
('asked-optionally', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-optionally.Request', 'asked-optionally:V_28pF3Tzjbzv_YJdj4EKKf2', TIMESTAMP WITH TIME ZONE '@{PT-11.811925685S}', '{"item":"lamp"}', 0),
('asked-until-now', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-until-now', 'asked-until-now', TIMESTAMP WITH TIME ZONE '@{PT-11.745925685S}', '{"item":"lamp"}', 0),
('asked-until-now', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-until-now.Request', 'asked-until-now:gfFjmkVJV7AY1OGvO1QGcFpt', TIMESTAMP WITH TIME ZONE '@{PT-11.744925685S}', '{"item":"lamp"}', 0),
('letter', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter', 'letter', TIMESTAMP WITH TIME ZONE '@{PT-11.646925685S}', '{"whom":"quote"}', 0),
('01a227e6-254a-7871-8a93-ed39274249df', 1, 'IN', 'REQUEST', 'quote', 'operation:write-letter', 'operation:quote', 'letter-to-quote', 'letter-to-quote', TIMESTAMP WITH TIME ZONE '@{PT-11.587925685S}', '{"whom":"quote"}', 0),
('01a227e6-254a-7871-8a93-ed39274249df', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', '01a227e6-254a-7871-8a93-ed39274249df.Request', '01a227e6-254a-7871-8a93-ed39274249df:pcwBD8kj77DGeAhwVyo1otYs', TIMESTAMP WITH TIME ZONE '@{PT-11.586925685S}', '{"whom":"quote"}', 0),
('letter', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter.Reply', 'letter', TIMESTAMP WITH TIME ZONE '@{PT-11.585925685S}', '{}', 0),
('asked-and-acknowledged', 1, 'IN', 'REQUEST', 'quote-acknowledged', 'user:alice', 'operation:quote-acknowledged', 'asked-and-acknowledged', 'asked-and-acknowledged', TIMESTAMP WITH TIME ZONE '@{PT-11.499925685S}', '{"item":"lamp"}', 0),
('asked-and-acknowledged', 2, 'OUT', 'REQUEST', 'quote-acknowledged', 'parley', 'queue:provider.acknowledging', 'asked-and-acknowledged.Request', 'asked-and-acknowledged:3Wyr_4bTLo8KMOUPPCDVVp4B', TIMESTAMP WITH TIME ZONE '@{PT-11.498925685S}', '{"item":"lamp"}', 0),
('asked-and-acknowledged', 3, 'IN', 'ACK', 'quote-acknowledged', 'provider', 'parley', 'ID:a1b51a22-ec08-11f1-81ed-02fc00000001', 'asked-and-acknowledged:3Wyr_4bTLo8KMOUPPCDVVp4B', TIMESTAMP WITH TIME ZONE '@{PT-11.277925685S}', '{}', 0),
('asked-again', 1, 'IN', 'REQUEST', 'quote-again', 'user:alice', 'operation:quote-again', 'asked-again', 'asked-again', TIMESTAMP WITH TIME ZONE '@{PT-11.043925685S}', '{"item":"lamp"}', 0),
('asked-again', 2, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:CyYuHJdRpSRU0TYPoUNJlfsM', TIMESTAMP WITH TIME ZONE '@{PT-11.042925685S}', '{"item":"lamp"}', 0);           
INSERT INTO "public"."parley_journal" VALUES
('asked-again', 3, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:CyYuHJdRpSRU0TYPoUNJlfsM', TIMESTAMP WITH TIME ZONE '@{PT-9.306925685S}', '{"item":"lamp"}', 0),
('pausing', 1, 'IN', 'REQUEST', 'quote-later', 'user:alice', 'operation:quote-later', 'pausing', 'pausing', TIMESTAMP WITH TIME ZONE '@{PT-9.186925685S}', '{"item":"lamp"}', 0),
('pausing', 2, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:rycltQ3dR6NETtTP_EJMs0YC', TIMESTAMP WITH TIME ZONE '@{PT-9.185925685S}', '{"item":"lamp"}', 0),
('pausing', 3, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:rycltQ3dR6NETtTP_EJMs0YC', TIMESTAMP WITH TIME ZONE '@{PT-7.467925685S}', '{"item":"lamp"}', 0),
('asked-in-order', 1, 'IN', 'REQUEST', 'quote-in-order', 'user:alice', 'operation:quote-in-order', 'asked-in-order', 'asked-in-order', TIMESTAMP WITH TIME ZONE '@{PT-4.298925685S}', '{"item":"lamp"}', 0),
('asked-in-order', 2, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.second', 'asked-in-order.Request', 'asked-in-order:2dju2ve3omfJOI5b9vxI491U', TIMESTAMP WITH TIME ZONE '@{PT-4.293925685S}', '{"item":"lamp"}', 0),
('asked-in-order', 3, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.first', 'asked-in-order.Request', 'asked-in-order:2dju2ve3omfJOI5b9vxI491U', TIMESTAMP WITH TIME ZONE '@{PT-2.788925685S}', '{"item":"lamp"}', 0),
('bargain-awaited', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-awaited-1', 'bargain-awaited-1', TIMESTAMP WITH TIME ZONE '@{PT-2.722925685S}', '{"item":"lamp","price":60}', 1),
('bargain-awaited', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-awaited.Reply', 'bargain-awaited-1', TIMESTAMP WITH TIME ZONE '@{PT-2.686925685S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('bargain-worked-on', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-1', 'bargain-worked-on-1', TIMESTAMP WITH TIME ZONE '@{PT-2.634925685S}', '{"item":"lamp","price":60}', 1),
('bargain-worked-on', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-worked-on.Reply', 'bargain-worked-on-1', TIMESTAMP WITH TIME ZONE '@{PT-2.600925685S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('jms-bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'queue:reply.alice.upgrade', 'operation:bargain', 'jms-bargain-kept-1', 'jms-bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-2.547925685S}', '{"item":"lamp","price":60}', 1),
('jms-bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', 'queue:reply.alice.upgrade', 'jms-bargain-kept.Reply', 'jms-bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-2.546925685S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-kept-1', 'bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-2.271925685S}', '{"item":"lamp","price":60}', 1),
('bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-kept.Reply', 'bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-2.194925685S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('jms-failing', 1, 'IN', 'REQUEST', 'print-label', 'queue:reply.alice.upgrade', 'operation:print-label', 'jms-failing', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-2.027925685S}', '{"orderId":"order-1","failures":3}', 0),
('jms-failing', 2, 'OUT', 'ACK', 'print-label', 'parley', 'queue:reply.alice.upgrade', 'jms-failing.Ack', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-2.026925685S}', '{"conversationId":"jms-failing","messageId":"jms-failing","correlationId":"jms-failing","operation":"print-label","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.027925685S Z}","expiresAt":"@{PT3M57.877074315S Z}"}', 0),
('accepted', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted', 'accepted', TIMESTAMP WITH TIME ZONE '@{PT-0.391925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0);     
INSERT INTO "public"."parley_journal" VALUES
('accepted-robustly', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-robustly', 'accepted-robustly', TIMESTAMP WITH TIME ZONE '@{PT-0.349925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-optionally', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-optionally', 'accepted-optionally', TIMESTAMP WITH TIME ZONE '@{PT-0.314925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-in-only', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-in-only', 'accepted-in-only', TIMESTAMP WITH TIME ZONE '@{PT-0.265925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-for-a-queue', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-queue', 'accepted-for-a-queue', TIMESTAMP WITH TIME ZONE '@{PT-0.228925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-for-a-mailbox', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', TIMESTAMP WITH TIME ZONE '@{PT-0.177925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-until-now', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-until-now', 'accepted-until-now', TIMESTAMP WITH TIME ZONE '@{PT-0.143925685S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('bargain-worked-on', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-2', 'bargain-worked-on-2', TIMESTAMP WITH TIME ZONE '@{PT-0.116925685S}', '{"item":"lamp","price":72}', 2);               
CREATE CACHED TABLE "public"."parley_mailbox"(
    "id" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 12) NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "version" BIGINT NOT NULL,
    "owner" CHARACTER VARYING(255) NOT NULL,
    "definition" CHARACTER VARYING(1048576) NOT NULL,
    "updated_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "updated_by" CHARACTER VARYING(255) NOT NULL
);               
ALTER TABLE "public"."parley_mailbox" ADD CONSTRAINT "public"."parley_mailbox_pk" PRIMARY KEY("id");           
INSERT INTO "public"."parley_mailbox" VALUES
(1, 'answers', 1, 'alice', '{"owner":"alice","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-16.001925685S}', 'alice'),
(2, 'mail.ready', 3, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.748925685S}', 'bob'),
(3, 'mail.delayed', 4, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.640925685S}', 'bob'),
(4, 'mail.locked', 5, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.598925685S}', 'bob'),
(5, 'mail.lost', 6, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.430925685S}', 'bob'),
(6, 'mail.group', 9, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.105925685S}', 'bob'),
(7, 'mail.expired', 10, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-14.984925685S}', 'bob'),
(8, 'mail.dead', 11, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":1,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-14.905925685S}', 'bob'),
(9, 'quotes.new', 12, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-13.774925685S}', 'bob'),
(10, 'quotes.locked', 13, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-13.726925685S}', 'bob'),
(11, 'quotes.letters', 14, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-13.687925685S}', 'bob');    
CREATE INDEX "public"."parley_mailbox_owner_ix" ON "public"."parley_mailbox"("owner" NULLS LAST, "name" NULLS LAST);           
CREATE CACHED TABLE "public"."parley_mailbox_size"(
    "mailbox" BIGINT NOT NULL,
    "messages" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL
);              
ALTER TABLE "public"."parley_mailbox_size" ADD CONSTRAINT "public"."parley_mailbox_size_pk" PRIMARY KEY("mailbox");            
INSERT INTO "public"."parley_mailbox_size" VALUES
(1, 1, 220),
(2, 2, 5),
(3, 1, 1),
(4, 1, 1),
(5, 1, 1),
(6, 3, 3),
(7, 1, 1),
(8, 0, 0),
(9, 1, 15),
(10, 1, 15),
(11, 0, 0);               
CREATE CACHED TABLE "public"."parley_pool"(
    "name" CHARACTER VARYING(100) NOT NULL,
    "version" BIGINT NOT NULL,
    "owner" CHARACTER VARYING(255) NOT NULL,
    "definition" CHARACTER VARYING(1048576) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "tight" INTEGER NOT NULL,
    "lease" BOOLEAN NOT NULL,
    "held" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "token" BIGINT NOT NULL,
    "updated_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "updated_by" CHARACTER VARYING(255) NOT NULL
);    
ALTER TABLE "public"."parley_pool" ADD CONSTRAINT "public"."parley_pool_pk" PRIMARY KEY("name");               
INSERT INTO "public"."parley_pool" VALUES
('magazines', 1, 'olga', '{"capacity":1,"pingEvery":"PT2H","pingTimeout":"PT10M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 1, 1, FALSE, 1, 1, 1, TIMESTAMP WITH TIME ZONE '@{PT-13.166925685S}', 'olga'),
('vans', 2, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, FALSE, 1, 0, 2, TIMESTAMP WITH TIME ZONE '@{PT-12.994925685S}', 'olga'),
('leases', 3, 'olga', '{"capacity":2,"pingEvery":"PT5M","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":true,"holders":["*"]}', 2, 2, TRUE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-12.797925685S}', 'olga'),
('journals', 4, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, FALSE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-12.697925685S}', 'olga'),
('couriers', 5, 'olga', '{"capacity":2,"pingEvery":"PT5M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, FALSE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-12.395925685S}', 'olga'),
('late-couriers', 6, 'olga', '{"capacity":2,"pingEvery":"PT5M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, FALSE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-12.131925685S}', 'olga');          
CREATE INDEX "public"."parley_pool_owner_ix" ON "public"."parley_pool"("owner" NULLS LAST);    
CREATE CACHED TABLE "public"."parley_mail_group"(
    "id" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 2 CACHE 10000) NOT NULL,
    "mailbox" BIGINT NOT NULL,
    "group_key" CHARACTER VARYING(255) NOT NULL
);        
ALTER TABLE "public"."parley_mail_group" ADD CONSTRAINT "public"."parley_mail_group_pk" PRIMARY KEY("id");     
INSERT INTO "public"."parley_mail_group" VALUES
(1, 6, 'g');   
CREATE CACHED TABLE "public"."parley_mail_order"(
    "group_id" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,
    "available_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);   
ALTER TABLE "public"."parley_mail_order" ADD CONSTRAINT "public"."parley_mail_order_pk" PRIMARY KEY("group_id", "position");   
INSERT INTO "public"."parley_mail_order" VALUES
(1, 6, TIMESTAMP WITH TIME ZONE '@{PT-15.320925685S}'),
(1, 7, TIMESTAMP WITH TIME ZONE '@{PT-15.201925685S}'),
(1, 8, TIMESTAMP WITH TIME ZONE '@{PT-15.049925685S}');   
CREATE CACHED TABLE "public"."parley_mail_key"(
    "mailbox" BIGINT NOT NULL,
    "kind" CHARACTER VARYING(9) NOT NULL,
    "sender" CHARACTER VARYING(300) NOT NULL,
    "name" CHARACTER VARYING(255) NOT NULL,
    "content_hash" CHARACTER(64) NOT NULL,
    "answer" CHARACTER VARYING(65536) NOT NULL,
    "expires_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);         
ALTER TABLE "public"."parley_mail_key" ADD CONSTRAINT "public"."parley_mail_key_pk" PRIMARY KEY("mailbox", "kind", "sender", "name");          
INSERT INTO "public"."parley_mail_key" VALUES
(4, 'RECEPTION', 'user:bob', 'poll-mail.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '4.xBeUwBUMcs2mPkmdNzeHTKfU', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.448074315S}'),
(5, 'RECEPTION', 'user:bob', 'poll-mail.lost', '78827f36b005f28047fd815d5a735f0201bc9e5094452590cf014aaa3ccfcf4d', '5.anXK8a3hovzqgD0WCQN2u-Lt', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.610074315S}'),
(6, 'MESSAGE', 'user:alice', 'mail-group-1', '44872720b4601bb5845860e9b7a20caf8cfd49407d8205eb9460a72e953fbfcf', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.679074315S}'),
(6, 'MESSAGE', 'user:alice', 'mail-group-2', '136bc76c7cd786b3b8498c3da50f497f08b7033f59ad170d9863c565394a0897', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.798074315S}'),
(6, 'MESSAGE', 'user:alice', 'mail-group-3', 'ef3e67241ac5071604ad5203cc18472adb20a178b12e6eb1b23d9243687b95f3', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.950074315S}'),
(6, 'RECEPTION', 'user:bob', 'poll-mail.group', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '6.9KkKnup09xsgx1YM63vCDGCk', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.981074315S}'),
(7, 'MESSAGE', 'user:alice', 'mail-5', '15fa2696951a16f72df47b399ba492bed7e307033059c4856296cb0b069ccd08', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M45.063074315S}'),
(8, 'MESSAGE', 'user:bob', 'mail-6', '4d2312c6d1cbeddc87f266c7080d076c5d892147aa9532c4d99e008a9f4577e8', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M45.140074315S}'),
(8, 'RECEPTION', 'user:bob', 'poll-mail.dead', 'c86d6f7dd2e00cc930b47a88f24972a5f6d8947dba69659b7dd3daf98474d44f', '10.QkckuxEv3lh7BMxPq3OxlIQx', TIMESTAMP WITH TIME ZONE '@{PT167H59M45.162074315S}'),
(10, 'RECEPTION', 'user:bob', 'poll-quotes.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '12.QcqFdCN63t2zLbaFAvm2fBF0', TIMESTAMP WITH TIME ZONE '@{PT167H59M46.507074315S}'),
(11, 'RECEPTION', 'user:bob', 'poll-quotes.letters', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '13.7y9xXpy0WxeRgB5mO5HODB98', TIMESTAMP WITH TIME ZONE '@{PT167H59M46.783074315S}');         
CREATE INDEX "public"."parley_mail_key_expires_ix" ON "public"."parley_mail_key"("expires_at" NULLS LAST);     
CREATE CACHED TABLE "public"."parley_pool_token"(
    "pool" CHARACTER VARYING(100) NOT NULL,
    "token" BIGINT NOT NULL
);   
ALTER TABLE "public"."parley_pool_token" ADD CONSTRAINT "public"."parley_pool_token_pk" PRIMARY KEY("pool");   
CREATE CACHED TABLE "public"."parley_conversation"(
    "id" CHARACTER VARYING(64) NOT NULL,
    "version" INTEGER NOT NULL,
    "status" CHARACTER VARYING(16) NOT NULL,
    "operation" CHARACTER VARYING(100) NOT NULL,
    "exchange" CHARACTER VARYING(20) NOT NULL,
    "sender" CHARACTER VARYING(300) NOT NULL,
    "owner" CHARACTER VARYING(255),
    "message_id" CHARACTER VARYING(255) NOT NULL,
    "correlation_id" CHARACTER VARYING(255) NOT NULL,
    "reply_to" CHARACTER VARYING(300),
    "fault_to" CHARACTER VARYING(300),
    "acknowledge" BOOLEAN NOT NULL,
    "state" CHARACTER VARYING(32768),
    "attempts" INTEGER NOT NULL,
    "last_failure" CHARACTER VARYING(1000),
    "journal_length" INTEGER NOT NULL,
    "created_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "updated_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "expires_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "ended" BOOLEAN NOT NULL,
    "due_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "hops" INTEGER DEFAULT 0 NOT NULL,
    "ticket" CHARACTER VARYING(64),
    "provider" CHARACTER VARYING(300),
    "asked" INTEGER DEFAULT 0 NOT NULL,
    "pausing" BOOLEAN DEFAULT FALSE NOT NULL,
    "step_at" TIMESTAMP(6) WITH TIME ZONE,
    "turn" INTEGER,
    "awaiting" BOOLEAN DEFAULT FALSE NOT NULL,
    "kept_state" CHARACTER VARYING(1048576),
    "request_at" INTEGER DEFAULT 1 NOT NULL,
    "message_group" CHARACTER VARYING(255)
);            
ALTER TABLE "public"."parley_conversation" ADD CONSTRAINT "public"."parley_conversation_pk" PRIMARY KEY("id"); 
INSERT INTO "public"."parley_conversation" VALUES
('succeeded', 2, 'SUCCEEDED', 'place-order', 'in-out', 'user:alice', 'alice', 'succeeded', 'succeeded', NULL, NULL, FALSE, NULL, 1, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-19.840925685S}', TIMESTAMP WITH TIME ZONE '@{PT-19.017925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M39.696074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M40.982074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('faulted', 2, 'FAULTED', 'reserve-stock', 'in-out', 'user:alice', 'alice', 'faulted', 'faulted', NULL, NULL, FALSE, NULL, 1, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-19.290925685S}', TIMESTAMP WITH TIME ZONE '@{PT-19.079925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M40.672074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M40.920074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('succeeded-in-only', 2, 'SUCCEEDED', 'record-visit', 'in-only', 'user:alice', 'alice', 'succeeded-in-only', 'succeeded-in-only', NULL, NULL, FALSE, NULL, 1, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-19.151925685S}', TIMESTAMP WITH TIME ZONE '@{PT-18.883925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M40.793074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M41.116074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('jms-faulted', 1, 'FAULTED', 'reserve-stock', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-faulted', 'jms-faulted', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', FALSE, 'state of jms-faulted', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-18.735925685S}', TIMESTAMP WITH TIME ZONE '@{PT-18.734925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M41.222074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M41.265074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('jms-succeeded', 1, 'SUCCEEDED', 'place-order', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-succeeded', 'jms-succeeded', 'queue:reply.alice.upgrade', NULL, TRUE, 'state of jms-succeeded', 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-18.758925685S}', TIMESTAMP WITH TIME ZONE '@{PT-18.430925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M41.224074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M41.569074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('bargain-ended', 4, 'SUCCEEDED', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-ended-2', 'bargain-ended-2', NULL, NULL, FALSE, NULL, 0, NULL, 4, TIMESTAMP WITH TIME ZONE '@{PT-18.615925685S}', TIMESTAMP WITH TIME ZONE '@{PT-17.806925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M41.953074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M42.193074315S}', 0, NULL, NULL, 0, FALSE, NULL, 2, FALSE, '{"offers":1,"price":80.00}', 3, NULL),
('cancelled', 1, 'CANCELLED', 'quote-never', 'in-out', 'user:alice', 'alice', 'cancelled', 'cancelled', NULL, NULL, FALSE, NULL, 0, NULL, 4, TIMESTAMP WITH TIME ZONE '@{PT-17.600925685S}', TIMESTAMP WITH TIME ZONE '@{PT-17.530925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M42.375074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M42.469074315S}', 0, 'B5W0jSH_4tJ6pvMKk4J6Ka4l', 'queue:provider.never', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M42.375074315S}', NULL, FALSE, NULL, 1, NULL),
('expired', 1, 'EXPIRED', 'quote-never', 'in-out', 'user:alice', 'alice', 'expired', 'expired', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-17.340925685S}', TIMESTAMP WITH TIME ZONE '@{PT-16.358925685S}', TIMESTAMP WITH TIME ZONE '@{PT-16.371925685S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M43.641074315S}', 0, 'zHF9hbaLTKXQj9Eqb30SMQxt', 'queue:provider.never', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT-16.371925685S}', NULL, FALSE, NULL, 1, NULL),
('asked-by-mail', 0, 'RUNNING', 'quotes.new', 'in-out', 'user:alice', 'alice', 'asked-by-mail', 'asked-by-mail', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.624925685S}', TIMESTAMP WITH TIME ZONE '@{PT-13.624925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.362074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.362074315S}', 0, 'QjA5XwAkslq_wpyFdu1OfkNZ', 'mailbox:quotes.new', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.362074315S}', NULL, FALSE, NULL, 1, NULL);       
INSERT INTO "public"."parley_conversation" VALUES
('asked-by-locked-mail', 0, 'RUNNING', 'quotes.locked', 'in-out', 'user:alice', 'alice', 'asked-by-locked-mail', 'asked-by-locked-mail', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.531925685S}', TIMESTAMP WITH TIME ZONE '@{PT-13.531925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.452074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.452074315S}', 0, 'ClZ2HHJdZC8XGlFPaCEOw8Yn', 'mailbox:quotes.locked', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.452074315S}', NULL, FALSE, NULL, 1, NULL),
('letter-by-mail', 2, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter-by-mail', 'letter-by-mail', NULL, NULL, FALSE, NULL, 1, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.361925685S}', TIMESTAMP WITH TIME ZONE '@{PT-13.266925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.621074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M46.733074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('01a227e6-1eb4-7bcc-a5e1-318d4e29f654', 0, 'RUNNING', 'quotes.letters', 'in-out', 'operation:write-letter', NULL, 'letter-to-quotes.letters', 'letter-to-quotes.letters', 'operation:letter-is-answered', NULL, FALSE, 'for letter-by-mail', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.274925685S}', TIMESTAMP WITH TIME ZONE '@{PT-13.274925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.698074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.698074315S}', 1, 'k7te5ogWZvOi6tLJIFsQzxVY', 'mailbox:quotes.letters', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.698074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-by-pool', 0, 'RUNNING', 'quote-by-pool', 'in-out', 'user:alice', 'alice', 'asked-by-pool', 'asked-by-pool', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-12.233925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.233925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M47.752074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M47.752074315S}', 0, '6bqkGMTS3GdumC1wf-fHtWH0', 'queue:provider.petra', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M47.752074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-nobody', 0, 'RUNNING', 'quote-by-nobody', 'in-out', 'user:alice', 'alice', 'asked-nobody', 'asked-nobody', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-12.164925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.164925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M47.818074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT4M47.835074315S}', 0, '-ZRpDrrfqBIfGgc_S-dC9zhQ', NULL, 1, TRUE, TIMESTAMP WITH TIME ZONE '@{PT4M47.835074315S}', NULL, FALSE, NULL, 1, NULL),
('jms-asked', 0, 'RUNNING', 'quote', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-asked', 'jms-asked', 'queue:reply.alice.upgrade', NULL, FALSE, 'state of jms-asked', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.998925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.998925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M47.995074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M47.995074315S}', 0, 'CU7XN_Q_OCEMQ2p6Iq5EBeEt', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M47.995074315S}', NULL, FALSE, NULL, 1, 'group-7'),
('asked', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked', 'asked', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.978925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.978925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.006074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.006074315S}', 0, 'dE4-7CfrHqEtg1t2dNGR0Xjg', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.006074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-in-only', 1, 'SUCCEEDED', 'quote', 'in-only', 'user:alice', 'alice', 'asked-in-only', 'asked-in-only', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.933925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.933925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.060074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M48.066074315S}', 0, 'AuKQcNKoPI9c139B4LOiG0Nc', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.060074315S}', NULL, FALSE, NULL, 1, NULL);         
INSERT INTO "public"."parley_conversation" VALUES
('asked-robustly', 0, 'RUNNING', 'quote', 'robust-in-only', 'user:alice', 'alice', 'asked-robustly', 'asked-robustly', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.871925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.871925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M48.109074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M48.109074315S}', 0, 'BeHBUE-Eu1dmxuiqFvUxWxo9', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M48.109074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-optionally', 0, 'RUNNING', 'quote', 'in-optional-out', 'user:alice', 'alice', 'asked-optionally', 'asked-optionally', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.815925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.815925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.169074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.169074315S}', 0, 'V_28pF3Tzjbzv_YJdj4EKKf2', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.169074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-until-now', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked-until-now', 'asked-until-now', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.745925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.745925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M48.236074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M48.236074315S}', 0, 'gfFjmkVJV7AY1OGvO1QGcFpt', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M48.236074315S}', NULL, FALSE, NULL, 1, NULL),
('letter', 1, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter', 'letter', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.646925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.585925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.344074315S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M48.414074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('01a227e6-254a-7871-8a93-ed39274249df', 0, 'RUNNING', 'quote', 'in-out', 'operation:write-letter', NULL, 'letter-to-quote', 'letter-to-quote', 'operation:letter-is-answered', NULL, FALSE, 'for letter', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-11.587925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.587925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.408074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.408074315S}', 1, 'pcwBD8kj77DGeAhwVyo1otYs', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.408074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-and-acknowledged', 1, 'RUNNING', 'quote-acknowledged', 'in-out', 'user:alice', 'alice', 'asked-and-acknowledged', 'asked-and-acknowledged', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-11.499925685S}', TIMESTAMP WITH TIME ZONE '@{PT-11.278925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.490074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.490074315S}', 0, '3Wyr_4bTLo8KMOUPPCDVVp4B', 'queue:provider.acknowledging', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M48.490074315S}', NULL, FALSE, NULL, 1, NULL),
('asked-again', 2, 'RUNNING', 'quote-again', 'in-out', 'user:alice', 'alice', 'asked-again', 'asked-again', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-11.043925685S}', TIMESTAMP WITH TIME ZONE '@{PT-9.307925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M48.946074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT4M50.692074315S}', 0, 'CyYuHJdRpSRU0TYPoUNJlfsM', 'queue:provider.again', 2, FALSE, TIMESTAMP WITH TIME ZONE '@{PT4M50.692074315S}', NULL, FALSE, NULL, 1, NULL),
('pausing', 3, 'RUNNING', 'quote-later', 'in-out', 'user:alice', 'alice', 'pausing', 'pausing', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-9.186925685S}', TIMESTAMP WITH TIME ZONE '@{PT-5.953925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M50.799074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT4M54.046074315S}', 0, 'rycltQ3dR6NETtTP_EJMs0YC', 'queue:provider.later', 2, TRUE, TIMESTAMP WITH TIME ZONE '@{PT4M54.046074315S}', NULL, FALSE, NULL, 1, NULL);             
INSERT INTO "public"."parley_conversation" VALUES
('asked-in-order', 1, 'RUNNING', 'quote-in-order', 'in-out', 'user:alice', 'alice', 'asked-in-order', 'asked-in-order', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-4.298925685S}', TIMESTAMP WITH TIME ZONE '@{PT-2.789925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M55.688074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT4M57.210074315S}', 0, '2dju2ve3omfJOI5b9vxI491U', 'queue:provider.first', 2, FALSE, TIMESTAMP WITH TIME ZONE '@{PT4M57.210074315S}', NULL, FALSE, NULL, 1, NULL),
('bargain-awaited', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-awaited-1', 'bargain-awaited-1', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-2.722925685S}', TIMESTAMP WITH TIME ZONE '@{PT-2.687925685S}', TIMESTAMP WITH TIME ZONE '@{PT9M57.312074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT9M57.312074315S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('bargain-worked-on', 2, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-worked-on-2', 'bargain-worked-on-2', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-2.635925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.116925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.871074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.871074315S}', 0, NULL, NULL, 0, FALSE, NULL, 2, FALSE, '{"offers":1,"price":80.00}', 3, NULL),
('jms-bargain-kept', 0, 'RUNNING', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-1', 'jms-bargain-kept-1', 'queue:reply.alice.upgrade', NULL, FALSE, 'state of jms-bargain-kept-1', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-2.547925685S}', TIMESTAMP WITH TIME ZONE '@{PT-2.546925685S}', TIMESTAMP WITH TIME ZONE '@{PT9M57.453074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M57.647074315S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('jms-bargain-without-first', 0, 'ACCEPTED', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, TRUE, 'state of jms-bargain-without-first-2', 0, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT-2.301925685S}', TIMESTAMP WITH TIME ZONE '@{PT-2.301925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M57.676074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M57.676074315S}', 0, NULL, NULL, 0, FALSE, NULL, 0, TRUE, NULL, 0, NULL),
('bargain-kept', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-1', 'bargain-kept-1', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-2.271925685S}', TIMESTAMP WITH TIME ZONE '@{PT-2.200925685S}', TIMESTAMP WITH TIME ZONE '@{PT9M57.799074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT9M57.799074315S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('jms-failing', 2, 'RUNNING', 'print-label', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-failing', 'jms-failing', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', TRUE, 'state of jms-failing', 2, 'java.lang.IllegalStateException: The printer jammed at attempt 2', 2, TIMESTAMP WITH TIME ZONE '@{PT-2.027925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.831925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M57.877074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M57.877074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted', 'accepted', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.391925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.391925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.590074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.590074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-robustly', 0, 'ACCEPTED', 'book-courier', 'robust-in-only', 'user:alice', 'alice', 'accepted-robustly', 'accepted-robustly', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.349925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.349925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.642074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.642074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL);   
INSERT INTO "public"."parley_conversation" VALUES
('accepted-optionally', 0, 'ACCEPTED', 'book-courier', 'in-optional-out', 'user:alice', 'alice', 'accepted-optionally', 'accepted-optionally', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.314925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.314925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.679074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.679074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-in-only', 0, 'ACCEPTED', 'book-courier', 'in-only', 'user:alice', 'alice', 'accepted-in-only', 'accepted-in-only', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.265925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.265925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.727074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.727074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-for-a-queue', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-queue', 'accepted-for-a-queue', 'queue:reply.alice.upgrade', NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.228925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.228925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.757074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.757074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-for-a-mailbox', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', 'mailbox:answers', NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.177925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.177925685S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.811074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.811074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-until-now', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-until-now', 'accepted-until-now', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.143925685S}', TIMESTAMP WITH TIME ZONE '@{PT-0.143925685S}', TIMESTAMP WITH TIME ZONE '@{PT3M59.849074315S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT3M59.849074315S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL);
CREATE INDEX "public"."parley_conversation_due_ix" ON "public"."parley_conversation"("ended" NULLS LAST, "due_at" NULLS LAST); 
CREATE INDEX "public"."parley_conversation_created_ix" ON "public"."parley_conversation"("created_at" NULLS LAST, "id" NULLS LAST);            
CREATE INDEX "public"."parley_conversation_owner_ix" ON "public"."parley_conversation"("owner" NULLS LAST, "created_at" NULLS LAST, "id" NULLS LAST);          
CREATE CACHED TABLE "public"."parley_grant"(
    "id" CHARACTER VARYING(36) NOT NULL,
    "pool" CHARACTER VARYING(100) NOT NULL,
    "holder" CHARACTER VARYING(300) NOT NULL,
    "ping_to" CHARACTER VARYING(300),
    "state" CHARACTER VARYING(12) NOT NULL,
    "place_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "reference" CHARACTER VARYING(255),
    "token" BIGINT NOT NULL,
    "asked_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "granted_at" TIMESTAMP(6) WITH TIME ZONE,
    "confirmed_at" TIMESTAMP(6) WITH TIME ZONE,
    "ping_id" CHARACTER VARYING(80),
    "ping_attempt" INTEGER NOT NULL,
    "answer_by" TIMESTAMP(6) WITH TIME ZONE,
    "answered" CHARACTER VARYING(80),
    "rounds" INTEGER NOT NULL,
    "due_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "ended" CHARACTER VARYING(12),
    "request_key" CHARACTER VARYING(255)
);   
ALTER TABLE "public"."parley_grant" ADD CONSTRAINT "public"."parley_grant_pk" PRIMARY KEY("id");               
INSERT INTO "public"."parley_grant" VALUES
('01a227e6-1f8f-7431-8409-eb72d88c89c6', 'magazines', 'user:alice', 'mailbox:answers', 'ASKED', TIMESTAMP WITH TIME ZONE '@{PT-13.074925685S}', 'magazines/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-13.074925685S}', TIMESTAMP WITH TIME ZONE '@{PT-13.074925685S}', TIMESTAMP WITH TIME ZONE '@{PT-13.074925685S}', '01a227e6-1f8f-7431-8409-eb72d88c89c6.4GiBtFCw0z6iSx3tWZnhW3Xn', 1, TIMESTAMP WITH TIME ZONE '@{PT9M46.989074315S}', NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT9M46.989074315S}', NULL, 'grant-of-magazines'),
('01a227e6-1fb7-77ee-8c96-8c7d98e80187', 'magazines', 'user:bob', NULL, 'WAITING', TIMESTAMP WITH TIME ZONE '@{PT-13.017925685S}', NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT-13.017925685S}', NULL, NULL, NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT1H59M46.982074315S}', NULL, 'grant-of-magazines'),
('01a227e6-1ffd-7bfe-bdf5-c191ce9a94e5', 'vans', 'user:alice', NULL, 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-12.954925685S}', 'VAN-1', 1, TIMESTAMP WITH TIME ZONE '@{PT-12.954925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.954925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.954925685S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT1H54M59.175074315S}', NULL, 'grant-of-vans'),
('01a227e6-2047-7ec4-971f-6f815866ded1', 'vans', 'user:bob', NULL, 'RELEASED', TIMESTAMP WITH TIME ZONE '@{PT-12.877925685S}', 'VAN-2', 2, TIMESTAMP WITH TIME ZONE '@{PT-12.877925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.877925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.877925685S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT167H59M47.163074315S}', 'RELEASED', 'grant-of-vans'),
('01a227e6-20d4-772d-871a-9e588f882bab', 'leases', 'user:alice', NULL, 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-12.733925685S}', 'leases/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-12.733925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.733925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.733925685S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT4M47.266074315S}', NULL, 'grant-of-leases'),
('01a227e6-2174-72eb-a5a8-2f4487d56a57', 'journals', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade', 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-12.572925685S}', 'journals/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-12.572925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.572925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.572925685S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT1H51M45.282074315S}', NULL, 'grant-of-journals'),
('01a227e6-225a-7177-b962-cbaad531b802', 'couriers', 'user:petra', 'queue:provider.petra', 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-12.361925685S}', 'couriers/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-12.361925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.361925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.361925685S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT4M28.792074315S}', NULL, 'grant-of-couriers'),
('01a227e6-2360-7d0e-9ca4-c46060af9922', 'late-couriers', 'user:petra', 'queue:provider.petra.late', 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-12.081925685S}', 'late-couriers/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-12.081925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.081925685S}', TIMESTAMP WITH TIME ZONE '@{PT-12.081925685S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT4M43.678074315S}', NULL, 'grant-of-late-couriers');          
CREATE INDEX "public"."parley_grant_due_ix" ON "public"."parley_grant"("due_at" NULLS LAST);   
CREATE INDEX "public"."parley_grant_place_ix" ON "public"."parley_grant"("pool" NULLS LAST, "state" NULLS LAST, "place_at" NULLS LAST);        
CREATE CACHED TABLE "public"."parley_uptime"(
    "id" INTEGER NOT NULL,
    "seen_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "resumed_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);          
ALTER TABLE "public"."parley_uptime" ADD CONSTRAINT "public"."parley_uptime_pk" PRIMARY KEY("id");             
INSERT INTO "public"."parley_uptime" VALUES
(1, TIMESTAMP WITH TIME ZONE '@{PT-0.891925685S}', TIMESTAMP WITH TIME ZONE '@{PT-25.497925685S}');  
ALTER TABLE "public"."parley_mailbox" ADD CONSTRAINT "public"."parley_mailbox_name_uk" UNIQUE("name");         
ALTER TABLE "public"."parley_grant" ADD CONSTRAINT "public"."parley_grant_request_uk" UNIQUE("pool", "holder", "request_key"); 
ALTER TABLE "public"."parley_mail_group" ADD CONSTRAINT "public"."parley_mail_group_uk" UNIQUE("mailbox", "group_key");        
