;              
CREATE USER IF NOT EXISTS "PARLEY" PASSWORD '' ADMIN;          
CREATE SEQUENCE "public"."parley_mailbox_version" START WITH 1 RESTART WITH 15;
CREATE SEQUENCE "public"."parley_operation_version" START WITH 1 RESTART WITH 17;              
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
('51e6d165-ca3e-412b-b665-843c0d9000b2', 'place-order', 'succeeded', 'succeeded', '2 x lamp for Ada', TIMESTAMP WITH TIME ZONE '@{PT-24.053803038S}'),
('b27d202a-5aee-494e-8a74-36677373d3af', 'record-visit', 'succeeded-in-only', 'succeeded-in-only', '/a', TIMESTAMP WITH TIME ZONE '@{PT-24.045236038S}'),
('7f07a7d0-d471-489a-8276-9ea800bde82f', 'place-order', 'jms-succeeded', 'jms-succeeded', '2 x lamp for Ada', TIMESTAMP WITH TIME ZONE '@{PT-23.535395038S}'),
('3c9589a1-c852-42b7-a87b-8a840caefe4d', 'bargain', 'bargain-ended-1', 'bargain-ended', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-23.512999038S}'),
('4b4637c9-9d95-46fe-91f1-5eb7cead504a', 'bargain', 'bargain-ended-2', 'bargain-ended', 'offer 2: 80', TIMESTAMP WITH TIME ZONE '@{PT-22.440083038S}'),
('9c46e9bf-af20-4d11-b712-c89b6afde198', 'bargain-quickly', 'bargain-missed', 'bargain-missed', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-22.248484038S}'),
('520aab20-0408-41a3-bcc3-0e3e0e050af0', 'bargain', 'bargain-awaited-1', 'bargain-awaited', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-3.535365038S}'),
('e7a27365-ba47-4b60-8a85-476751a2cb6b', 'bargain', 'bargain-worked-on-1', 'bargain-worked-on', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-3.397439038S}'),
('7973fb82-17af-4444-8596-d98245087dde', 'bargain', 'jms-bargain-kept-1', 'jms-bargain-kept', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-3.319954038S}'),
('7da87c4d-b6d5-436a-a499-db6397a3426e', 'bargain', 'bargain-kept-1', 'bargain-kept', 'offer 1: 60', TIMESTAMP WITH TIME ZONE '@{PT-2.777016038S}');              
CREATE INDEX "public"."ordering_effect_message" ON "public"."ordering_effect"("message_id" NULLS LAST);        
CREATE CACHED TABLE "public"."ordering_label_attempt"(
    "id" CHARACTER VARYING(36) NOT NULL,
    "message_id" CHARACTER VARYING(512) NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE "public"."ordering_label_attempt" ADD CONSTRAINT "public"."CONSTRAINT_E" PRIMARY KEY("id");        
INSERT INTO "public"."ordering_label_attempt" VALUES
('1b66479c-1bbf-4857-802f-fb3c0ad35a33', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-2.219892038S}'),
('930f761c-341e-43fb-a802-c857cebe71c9', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-1.012537038S}');      
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
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'parley', TIMESTAMP '2026-11-29 16:24:16.738677', 0, TRUE),
(1, '0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'parley', TIMESTAMP '2026-11-29 16:24:16.82567', 0, TRUE),
(2, '1', 'conversations', 'SQL', 'V1__conversations.sql', 2126750418, 'parley', TIMESTAMP '2026-11-29 16:24:17.345777', 106, TRUE),
(3, '2', 'directory', 'SQL', 'V2__directory.sql', -568011863, 'parley', TIMESTAMP '2026-11-29 16:24:17.432021', 49, TRUE),
(4, '3', 'providers', 'SQL', 'V3__providers.sql', 1773138850, 'parley', TIMESTAMP '2026-11-29 16:24:18.221122', 764, TRUE),
(5, '4', 'outbox', 'SQL', 'V4__outbox.sql', 1195431833, 'parley', TIMESTAMP '2026-11-29 16:24:18.287658', 13, TRUE),
(6, '5', 'turns', 'SQL', 'V5__turns.sql', 1095374909, 'parley', TIMESTAMP '2026-11-29 16:24:18.990264', 690, TRUE),
(7, '6', 'relay', 'SQL', 'V6__relay.sql', 395992498, 'parley', TIMESTAMP '2026-11-29 16:24:19.26238', 174, TRUE),
(8, '7', 'provider groups', 'SQL', 'V7__provider_groups.sql', -786039437, 'parley', TIMESTAMP '2026-11-29 16:24:19.392355', 50, TRUE),
(9, '8', 'mail properties', 'SQL', 'V8__mail_properties.sql', -1557641423, 'parley', TIMESTAMP '2026-11-29 16:24:19.488196', 60, TRUE),
(10, '9', 'renewal', 'SQL', 'V9__renewal.sql', -1753804032, 'parley', TIMESTAMP '2026-11-29 16:24:19.57046', 64, TRUE),
(11, '10', 'identities', 'SQL', 'V10__identities.sql', -1394873515, 'parley', TIMESTAMP '2026-11-29 16:24:19.634411', 16, TRUE);               
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
(1, 2, '01a2281f-719a-7a8e-a02c-cf25464f212e', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-17.938097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.061902962S}', TIMESTAMP WITH TIME ZONE '@{PT-17.938097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.061902962S}', 0, NULL, NULL, NULL),
(2, 2, '01a2281f-72d7-79f8-9356-f3c02a9f6f95', 'user:alice', 'picture', 'image/png', 'AAEC', 4, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-17.605097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.394902962S}', TIMESTAMP WITH TIME ZONE '@{PT-17.605097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.394902962S}', 0, NULL, NULL, NULL),
(3, 3, '01a2281f-7367-7627-b8cd-7e308948ae8a', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-17.467097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.532902962S}', TIMESTAMP WITH TIME ZONE '@{PT2M12.532902962S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.532902962S}', 0, NULL, NULL, NULL),
(4, 4, '01a2281f-73a4-787c-ae42-c59a840f0fb4', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-17.400097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.599902962S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M42.648902962S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.599902962S}', 1, 'pxJvUGqercr_1sih3-Ul928G', TIMESTAMP WITH TIME ZONE '@{PT1H59M42.648902962S}', NULL),
(5, 5, '01a2281f-74ff-7051-9472-c02a67f09358', 'user:alice', NULL, NULL, '4', 1, NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-17.053097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.946902962S}', TIMESTAMP WITH TIME ZONE '@{PT42.960902962S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M42.946902962S}', 1, 'tbymo-Xg0fkSLsRHt7BIywIv', TIMESTAMP WITH TIME ZONE '@{PT42.960902962S}', NULL),
(6, 6, 'mail-group-1', 'user:alice', NULL, NULL, '1', 1, NULL, NULL, NULL, NULL, 'g', 1, TIMESTAMP WITH TIME ZONE '@{PT-16.993097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.006902962S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M43.249902962S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.006902962S}', 1, '58czb3ongmmCDihaMcLKQrAO', TIMESTAMP WITH TIME ZONE '@{PT1H59M43.249902962S}', NULL),
(7, 6, 'mail-group-2', 'user:alice', NULL, NULL, '2', 1, NULL, NULL, NULL, NULL, 'g', 1, TIMESTAMP WITH TIME ZONE '@{PT-16.866097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.133902962S}', TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.133902962S}', 0, NULL, NULL, NULL),
(8, 6, 'mail-group-3', 'user:alice', NULL, NULL, '3', 1, NULL, NULL, NULL, NULL, 'g', 1, TIMESTAMP WITH TIME ZONE '@{PT-16.768097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.231902962S}', TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.231902962S}', 0, NULL, NULL, NULL),
(9, 7, 'mail-5', 'user:alice', NULL, NULL, '5', 1, NULL, NULL, 'mailbox:answers', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-16.691097038S}', TIMESTAMP WITH TIME ZONE '@{PT2M13.308902962S}', TIMESTAMP WITH TIME ZONE '@{PT-16.691097038S}', TIMESTAMP WITH TIME ZONE '@{PT2M13.308902962S}', 0, NULL, NULL, NULL),
(11, 9, 'asked-by-mail.Request', 'parley', 'quotes.new', NULL, '{"item":"lamp"}', 15, 'asked-by-mail:OaqJXKI2xSOtj7YkwtOn0tJa', 'asked-by-mail', 'queue:parley.replies', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.286097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M44.687236962S}', TIMESTAMP WITH TIME ZONE '@{PT-15.286097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M44.687236962S}', 0, NULL, NULL, '{"Kind":"Request","Attempt":1,"Hops":1}'),
(12, 10, 'asked-by-locked-mail.Request', 'parley', 'quotes.locked', NULL, '{"item":"lamp"}', 15, 'asked-by-locked-mail:bzZn-ZGribZ_5ybo8RaxQgYv', 'asked-by-locked-mail', 'queue:parley.replies', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-15.212097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M44.757220962S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.835902962S}', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.835902962S}', 1, 'EGMtzgeYNEkNWdzLthcHtvhE', TIMESTAMP WITH TIME ZONE '@{PT1H59M44.835902962S}', '{"Kind":"Request","Attempt":1,"Hops":1}');       
INSERT INTO "public"."parley_mail" VALUES
(14, 1, '01a2281f-7e5f-74f5-9e0e-570aecd23516.LGlNsQcnQ3YMIQgebi8hlpiv', 'parley', 'ping', NULL, '{"pool":"magazines","grantId":"01a2281f-7e5f-74f5-9e0e-570aecd23516","reference":"magazines/1","fencingToken":1,"pingId":"01a2281f-7e5f-74f5-9e0e-570aecd23516.LGlNsQcnQ3YMIQgebi8hlpiv","attempt":1,"answerWithin":"PT10M"}', 220, '01a2281f-7e5f-74f5-9e0e-570aecd23516.LGlNsQcnQ3YMIQgebi8hlpiv', NULL, 'queue:parley.resources', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-14.600097038S}', TIMESTAMP WITH TIME ZONE '@{PT9M45.315072962S}', TIMESTAMP WITH TIME ZONE '@{PT-14.600097038S}', TIMESTAMP WITH TIME ZONE '@{PT9M45.315072962S}', 0, NULL, NULL, '{"Kind":"Ping","GrantId":"01a2281f-7e5f-74f5-9e0e-570aecd23516","Pool":"magazines","Attempt":1,"Hops":0}'); 
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
(8, 10, 'mail-6', 'user:bob', NULL, NULL, '6', 1, NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '@{PT-16.645097038S}', TIMESTAMP WITH TIME ZONE '@{PT335H59M43.354902962S}', 1, 'max-deliveries', TIMESTAMP WITH TIME ZONE '@{PT-15.620097038S}', NULL);
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
('user:alice', 'bargain-ended-1', 'bargain-ended', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('queue:reply.alice.upgrade', 'jms-faulted', 'jms-faulted', '8d9fe72468f06f6d9a756d5cde60f2e93beb9f8be2b36c25f2d7938ea866459b'),
('queue:reply.alice.upgrade', 'jms-succeeded', 'jms-succeeded', 'aa4363ead862acc72d52f52000ca07615066e889d9926a0c449f095ba3b4550d'),
('user:alice', 'bargain-ended-2', 'bargain-ended', '7f0c746dfcecab7e6a769f69a9239a7c8359f9168859a734acacd212630c9344'),
('user:alice', 'bargain-missed', 'bargain-missed', 'afdc3ef95061471c31a458aa8105258931cf315a28d52ce032b11fd499ab7803'),
('user:alice', 'cancelled', 'cancelled', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1'),
('user:alice', 'expired', 'expired', '204ff5f742ff32166294e81642a1b1e48271844294e099bbec89c17b1149dfc1'),
('user:alice', 'asked-by-mail', 'asked-by-mail', 'b3ba10da9efde2b0444fa7ba2d8d649bdc6c4a2a4f49642f6b3f3eb97d038573'),
('user:alice', 'asked-by-locked-mail', 'asked-by-locked-mail', 'd892e655b097bd6de4117d9cde4c5bef84a67082e87d4147234360592d47b8f6'),
('user:alice', 'letter-by-mail', 'letter-by-mail', 'b9f5eb27ea600b2913a73b8ba1d6ced960bbb865fdd8f16f63ae0fd2b88ff3b3'),
('operation:write-letter', 'letter-to-quotes.letters', '01a2281f-7d17-77fe-91d1-2158af9690d5', '42dd28cd0d505cca4094ff0d78101c667b3bc6eb09d557ce1cb84d9186efe34b'),
('user:alice', 'asked-by-pool', 'asked-by-pool', '4846c987a1d9723af6bd307a6550bd224df75cdca751a8bb7b3a2386b8aafbcc'),
('user:alice', 'asked-nobody', 'asked-nobody', 'e8d78ad3b89c78a918e6fbfa728a3ef9bae3fc59f7b7ddbd07cfa9746d5864e3'),
('queue:reply.alice.upgrade', 'jms-asked', 'jms-asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('temporary:811ef000-f32f-469a-a970-51244639990f', 'jms-temporary', 'jms-temporary', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('user:alice', 'asked', 'asked', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('user:alice', 'asked-in-only', 'asked-in-only', '86bab927b8a8241dba72df0b5877ca780e8e470184edddc8d06d60b36f27af79'),
('user:alice', 'asked-robustly', 'asked-robustly', '11fc64b879872f7198009284914cbff83b62e280329afcb60f3b82f8aae5c67d'),
('user:alice', 'asked-optionally', 'asked-optionally', '55be23f27ef12c4cc35a3ea44ad71685cbcc52a0b9de06ab768a2dfa0ab80101'),
('user:alice', 'asked-until-now', 'asked-until-now', 'f50bbf1eec364ac8f44318cf6433adc08b088d06627f7c4e7ba451eca2f8fcfa'),
('user:alice', 'letter', 'letter', '6957a2dbb2aacd2490749f14c2aec6621fed3df0302f28a154a00a85c3693811'),
('operation:write-letter', 'letter-to-quote', '01a2281f-84ca-71cc-8ae2-08ed007617b3', 'c7ab599de9386d2dcb5244e6341b866059146b189c2f71f4862515a88295dc8d'),
('user:alice', 'asked-and-acknowledged', 'asked-and-acknowledged', '7eac9d797a3296036fe84115033eb46b9976e871932dc1cea855772a9fe9c2d3'),
('user:alice', 'asked-again', 'asked-again', '206bdc2910bcba20e06a62f9662ab7838bd6d6d20c3749012e5216bbeb8762c7'),
('user:alice', 'pausing', 'pausing', '3807ab01a0a3b548f8363805fce6c91e87ce9acdc0953111cee06f3636cd706d'),
('user:alice', 'asked-in-order', 'asked-in-order', 'dfd6f52cd5acd573b31f7a04bda32262bde1ca18f735f1a6c22e7100d16381a7'),
('user:alice', 'bargain-awaited-1', 'bargain-awaited', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('user:alice', 'bargain-worked-on-1', 'bargain-worked-on', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-1', 'jms-bargain-kept', '215ea37cf7c29d785f79192538cfb6012019ef4cfd16b8fce95fe88ce55b9626'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-3', 'jms-bargain-kept', '6e508f2f8bec9b155195dac29e03addc6f8b912ef10905b22f586a46ff0c75c0');   
INSERT INTO "public"."parley_inbox" VALUES
('queue:reply.alice.upgrade', 'jms-bargain-kept-4', 'jms-bargain-kept', '9e00f30d31c9384fa2236bb50d6baf43ecdaa900e7ae6713fe1d0e94fb35cbaa'),
('queue:reply.alice.upgrade', 'jms-bargain-kept-5', 'jms-bargain-kept', '88afbce959837be283e709a837072838d4fedc9b33a6671e0eff73b999b71d32'),
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
('jms-bargain-kept', 'jms-bargain-kept-3', 3, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-3', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', TRUE, 'state of jms-bargain-kept-3', 0, TIMESTAMP WITH TIME ZONE '@{PT-3.131097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M56.859902962S}', '{"conversationId":"jms-bargain-kept","messageId":"jms-bargain-kept-3","correlationId":"jms-bargain-kept-3","operation":"bargain","exchange":"in-out","status":"RUNNING","createdAt":"@{PT-3.325097038S Z}","expiresAt":"@{PT59M56.859902962S Z}","turn":3}', '{"item":"lamp","price":74}'),
('jms-bargain-kept', 'jms-bargain-kept-4', 4, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-4', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', FALSE, 'state of jms-bargain-kept-4', 0, TIMESTAMP WITH TIME ZONE '@{PT-3.122097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M56.867902962S}', NULL, '{"item":"lamp","price":75}'),
('jms-bargain-kept', 'jms-bargain-kept-5', 5, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-5', 'queue:reply.alice.upgrade', NULL, FALSE, 'state of jms-bargain-kept-5', 0, TIMESTAMP WITH TIME ZONE '@{PT-2.992097038S}', TIMESTAMP WITH TIME ZONE '@{PT2M26.934902962S}', NULL, '{"item":"lamp","price":76}'),
('jms-bargain-without-first', 'jms-bargain-without-first-2', 2, 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, TRUE, 'state of jms-bargain-without-first-2', 0, TIMESTAMP WITH TIME ZONE '@{PT-2.950097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.024902962S}', '{"conversationId":"jms-bargain-without-first","messageId":"jms-bargain-without-first-2","correlationId":"jms-bargain-without-first-2","operation":"bargain","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.950097038S Z}","expiresAt":"@{PT59M57.024902962S Z}","turn":2}', '{"item":"lamp","price":80}'),
('bargain-kept', 'bargain-kept-3', 3, 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-3', NULL, NULL, FALSE, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT-2.599097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.383902962S}', NULL, '{"item":"lamp","price":74}');   
CREATE CACHED TABLE "public"."parley_operation"(
    "name" CHARACTER VARYING(100) NOT NULL,
    "version" BIGINT NOT NULL,
    "definition" CHARACTER VARYING(262144) NOT NULL,
    "updated_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "updated_by" CHARACTER VARYING(255) NOT NULL
);    
ALTER TABLE "public"."parley_operation" ADD CONSTRAINT "public"."parley_operation_pk" PRIMARY KEY("name");     
INSERT INTO "public"."parley_operation" VALUES
('quote-never', 1, '{"provider":{"queue":"provider.never"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-22.152097038S}', 'olga'),
('quotes.new', 2, '{"provider":{"mailbox":"quotes.new"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-15.563097038S}', 'olga'),
('quotes.locked', 3, '{"provider":{"mailbox":"quotes.locked"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-15.429097038S}', 'olga'),
('quotes.letters', 4, '{"provider":{"mailbox":"quotes.letters"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-15.370097038S}', 'olga'),
('quote-by-pool', 5, '{"provider":{"pool":"couriers"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-13.898097038S}', 'olga'),
('quote-by-nobody', 7, '{"provider":{"pool":"late-couriers"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-13.580097038S}', 'olga'),
('quote', 8, '{"provider":{"queue":"provider.patient"},"timeout":"PT2H","retry":{"attempts":5,"backoff":"PT1S","multiplier":2.0,"maximum":"PT1M","jitter":0.2}}', TIMESTAMP WITH TIME ZONE '@{PT-13.489097038S}', 'olga'),
('quote-acknowledged', 9, '{"provider":{"queue":"provider.acknowledging"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-12.921097038S}', 'olga'),
('quote-again', 11, '{"provider":{"queue":"provider.again"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-11.902097038S}', 'olga'),
('quote-later', 14, '{"provider":{"queue":"provider.later"},"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-5.424097038S}', 'olga'),
('quote-in-order', 16, '{"provider":[{"queue":"provider.first"},{"queue":"provider.second"}],"timeout":"PT3M","retry":{"attempts":5,"backoff":"PT0.2S","multiplier":1.0,"maximum":"PT1M","jitter":0.0}}', TIMESTAMP WITH TIME ZONE '@{PT-5.207097038S}', 'olga');     
CREATE CACHED TABLE "public"."parley_provider"(
    "address" CHARACTER VARYING(300) NOT NULL,
    "passed_over_until" TIMESTAMP(6) WITH TIME ZONE NOT NULL
); 
ALTER TABLE "public"."parley_provider" ADD CONSTRAINT "public"."parley_provider_pk" PRIMARY KEY("address");    
INSERT INTO "public"."parley_provider" VALUES
('queue:provider.again', TIMESTAMP WITH TIME ZONE '@{PT19.438902962S}'),
('queue:provider.later', TIMESTAMP WITH TIME ZONE '@{PT22.997902962S}'),
('queue:provider.second', TIMESTAMP WITH TIME ZONE '@{PT26.213902962S}');              
CREATE CACHED TABLE "public"."parley_outbox"(
    "position" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1 RESTART WITH 50 CACHE 10000) NOT NULL,
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
(40, '01a2281f-b56c-718d-8120-979f77de5afd', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted","Looks":{"Integer":"0"}}}', 'accepted', TIMESTAMP WITH TIME ZONE '@{PT-0.559097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.559097038S}', 0),
(41, '01a2281f-b59f-779d-b9dc-66353d1cb058', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-robustly","Looks":{"Integer":"0"}}}', 'accepted-robustly', TIMESTAMP WITH TIME ZONE '@{PT-0.508097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.508097038S}', 0),
(42, '01a2281f-b5cb-788d-80b9-dbbc506a4f4e', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-optionally","Looks":{"Integer":"0"}}}', 'accepted-optionally', TIMESTAMP WITH TIME ZONE '@{PT-0.464097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.464097038S}', 0),
(43, '01a2281f-b601-73e6-bc9e-a48f646e016e', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-in-only","Looks":{"Integer":"0"}}}', 'accepted-in-only', TIMESTAMP WITH TIME ZONE '@{PT-0.410097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.410097038S}', 0),
(44, '01a2281f-b62e-7687-968e-4a23236d5c0e', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-for-a-queue","Looks":{"Integer":"0"}}}', 'accepted-for-a-queue', TIMESTAMP WITH TIME ZONE '@{PT-0.365097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.365097038S}', 0),
(45, '01a2281f-b66d-7db7-be09-3e7b0946137a', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-for-a-mailbox","Looks":{"Integer":"0"}}}', 'accepted-for-a-mailbox', TIMESTAMP WITH TIME ZONE '@{PT-0.302097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.302097038S}', 0),
(46, '01a2281f-b6a1-7841-90bf-f138c3af7be2', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"book-courier","properties":{"ConversationId":"accepted-until-now","Looks":{"Integer":"0"}}}', 'accepted-until-now', TIMESTAMP WITH TIME ZONE '@{PT-0.250097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.250097038S}', 0),
(47, '01a2281f-b6d0-7e92-9158-88b22a91c832', 'queue:parley.work', NULL, '{"to":"queue:parley.work","type":"bargain","properties":{"ConversationId":"bargain-worked-on","Turn":{"Integer":"2"},"Looks":{"Integer":"0"}}}', 'bargain-worked-on', TIMESTAMP WITH TIME ZONE '@{PT-0.203097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.203097038S}', 0),
(48, '01a2281f-b783-70a2-a8c1-ba796c562db7', 'queue:parley.replies', NULL, '{"to":"queue:parley.replies","type":"quotes.letters","correlationId":"01a2281f-7d17-77fe-91d1-2158af9690d5:CUqGoP4qrnhrfZ3X-eA-vyVg","properties":{"ConversationId":"01a2281f-7d17-77fe-91d1-2158af9690d5","MessageId":"01a2281f-b738-7482-8257-f632b7626b56","Kind":"Reply"}}', '{"price":12}', TIMESTAMP WITH TIME ZONE '@{PT-0.024097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.024097038S}', 0),
(49, 'failing', 'queue:parley.work.isolated', NULL, '{"to":"queue:parley.work.isolated","type":"print-label","properties":{"ConversationId":"jms-failing","Looks":{"Integer":"0"}}}', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-0.559097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.559097038S}', 0);    
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
('succeeded', 1, 'IN', 'REQUEST', 'place-order', 'user:alice', 'operation:place-order', 'succeeded', 'succeeded', TIMESTAMP WITH TIME ZONE '@{PT-25.362097038S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0),
('faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'user:alice', 'operation:reserve-stock', 'faulted', 'faulted', TIMESTAMP WITH TIME ZONE '@{PT-24.783097038S}', '{"item":"lamp","quantity":1000000}', 0),
('succeeded-in-only', 1, 'IN', 'REQUEST', 'record-visit', 'user:alice', 'operation:record-visit', 'succeeded-in-only', 'succeeded-in-only', TIMESTAMP WITH TIME ZONE '@{PT-24.629097038S}', '{"page":"/a"}', 0),
('faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', NULL, 'faulted.Fault', 'faulted', TIMESTAMP WITH TIME ZONE '@{PT-23.987097038S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0),
('succeeded', 2, 'OUT', 'REPLY', 'place-order', 'parley', NULL, 'succeeded.Reply', 'succeeded', TIMESTAMP WITH TIME ZONE '@{PT-23.957097038S}', '{"customer":"Ada","item":"lamp","orderId":"51e6d165-ca3e-412b-b665-843c0d9000b2","quantity":2,"status":"PLACED"}', 0),
('jms-succeeded', 1, 'IN', 'REQUEST', 'place-order', 'queue:reply.alice.upgrade', 'operation:place-order', 'jms-succeeded', 'jms-succeeded', TIMESTAMP WITH TIME ZONE '@{PT-23.871097038S}', '{"customer":"Ada","item":"lamp","quantity":2}', 0),
('jms-succeeded', 2, 'OUT', 'ACK', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Ack', 'jms-succeeded', TIMESTAMP WITH TIME ZONE '@{PT-23.870097038S}', '{"conversationId":"jms-succeeded","messageId":"jms-succeeded","correlationId":"jms-succeeded","operation":"place-order","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-23.871097038S Z}","expiresAt":"@{PT59M36.112902962S Z}"}', 0),
('bargain-ended', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-1', 'bargain-ended-1', TIMESTAMP WITH TIME ZONE '@{PT-23.848097038S}', '{"item":"lamp","price":60}', 1),
('jms-faulted', 1, 'IN', 'REQUEST', 'reserve-stock', 'queue:reply.alice.upgrade', 'operation:reserve-stock', 'jms-faulted', 'jms-faulted', TIMESTAMP WITH TIME ZONE '@{PT-23.873097038S}', '{"item":"lamp","quantity":1000000}', 0),
('jms-faulted', 2, 'OUT', 'FAULT', 'reserve-stock', 'parley', 'queue:reply.alice.upgrade.faults', 'jms-faulted.Fault', 'jms-faulted', TIMESTAMP WITH TIME ZONE '@{PT-23.867097038S}', '{"available":10,"type":"urn:parley:fault:out-of-stock","title":"Fault of the operation","detail":"There are 10 of lamp; ask for fewer, or later."}', 0),
('jms-succeeded', 3, 'OUT', 'REPLY', 'place-order', 'parley', 'queue:reply.alice.upgrade', 'jms-succeeded.Reply', 'jms-succeeded', TIMESTAMP WITH TIME ZONE '@{PT-23.535097038S}', '{"customer":"Ada","item":"lamp","orderId":"7f07a7d0-d471-489a-8276-9ea800bde82f","quantity":2,"status":"PLACED"}', 0),
('bargain-ended', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.Reply', 'bargain-ended-1', TIMESTAMP WITH TIME ZONE '@{PT-23.423097038S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('bargain-ended', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-ended-2', 'bargain-ended-2', TIMESTAMP WITH TIME ZONE '@{PT-22.694097038S}', '{"item":"lamp","price":80}', 2),
('bargain-ended', 4, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-ended.2.Reply', 'bargain-ended-2', TIMESTAMP WITH TIME ZONE '@{PT-22.439097038S}', '{"agreed":true,"item":"lamp","offers":2,"price":80}', 2),
('bargain-missed', 1, 'IN', 'REQUEST', 'bargain-quickly', 'user:alice', 'operation:bargain-quickly', 'bargain-missed', 'bargain-missed', TIMESTAMP WITH TIME ZONE '@{PT-22.386097038S}', '{"item":"lamp","price":60}', 1),
('bargain-missed', 2, 'OUT', 'REPLY', 'bargain-quickly', 'parley', NULL, 'bargain-missed.Reply', 'bargain-missed', TIMESTAMP WITH TIME ZONE '@{PT-22.224097038S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1);             
INSERT INTO "public"."parley_journal" VALUES
('cancelled', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'cancelled', 'cancelled', TIMESTAMP WITH TIME ZONE '@{PT-22.058097038S}', '{"item":"lamp"}', 0),
('cancelled', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'cancelled.Request', 'cancelled:BYI_69oUIttranpMDmHWlFFk', TIMESTAMP WITH TIME ZONE '@{PT-22.052097038S}', '{"item":"lamp"}', 0),
('cancelled', 3, 'IN', 'NOTICE', 'quote-never', 'user:alice', 'parley', 'cancelled.Cancel', 'cancelled', TIMESTAMP WITH TIME ZONE '@{PT-21.954097038S}', '{"cancel":true}', 0),
('cancelled', 4, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'cancelled.Fault', 'cancelled', TIMESTAMP WITH TIME ZONE '@{PT-21.954097038S}', '{"type":"urn:parley:fault:cancelled","title":"Cancelled","status":409,"detail":"quote-never was cancelled; what had been begun elsewhere is not undone."}', 0),
('expired', 1, 'IN', 'REQUEST', 'quote-never', 'user:alice', 'operation:quote-never', 'expired', 'expired', TIMESTAMP WITH TIME ZONE '@{PT-21.886097038S}', '{"item":"lamp"}', 0),
('expired', 2, 'OUT', 'REQUEST', 'quote-never', 'parley', 'queue:provider.never', 'expired.Request', 'expired:B72NfjJaP9cwj0DQl3Uvcwog', TIMESTAMP WITH TIME ZONE '@{PT-21.885097038S}', '{"item":"lamp"}', 0),
('expired', 3, 'OUT', 'FAULT', 'quote-never', 'parley', NULL, 'expired.Fault', 'expired', TIMESTAMP WITH TIME ZONE '@{PT-20.862097038S}', '{"type":"urn:parley:fault:expired","title":"Deadline passed","status":504,"detail":"quote-never was not answered by @{PT-20.901097038S Z}; its provider was asked, and may have done it."}', 0),
('bargain-missed', 3, 'OUT', 'FAULT', 'bargain-quickly', 'parley', NULL, 'bargain-missed.2.Fault', 'bargain-missed', TIMESTAMP WITH TIME ZONE '@{PT-19.214097038S}', '{"type":"urn:parley:fault:turn-missed","title":"Turn not taken in time","status":504,"detail":"Turn 2 of conversation bargain-missed did not come by @{PT-19.229097038S Z}, which ends it; what the turns before it did stands."}', 2),
('asked-by-mail', 1, 'IN', 'REQUEST', 'quotes.new', 'user:alice', 'operation:quotes.new', 'asked-by-mail', 'asked-by-mail', TIMESTAMP WITH TIME ZONE '@{PT-15.312097038S}', '{"item":"lamp"}', 0),
('asked-by-mail', 2, 'OUT', 'REQUEST', 'quotes.new', 'parley', 'mailbox:quotes.new', 'asked-by-mail.Request', 'asked-by-mail:OaqJXKI2xSOtj7YkwtOn0tJa', TIMESTAMP WITH TIME ZONE '@{PT-15.310097038S}', '{"item":"lamp"}', 0),
('asked-by-locked-mail', 1, 'IN', 'REQUEST', 'quotes.locked', 'user:alice', 'operation:quotes.locked', 'asked-by-locked-mail', 'asked-by-locked-mail', TIMESTAMP WITH TIME ZONE '@{PT-15.230097038S}', '{"item":"lamp"}', 0),
('asked-by-locked-mail', 2, 'OUT', 'REQUEST', 'quotes.locked', 'parley', 'mailbox:quotes.locked', 'asked-by-locked-mail.Request', 'asked-by-locked-mail:bzZn-ZGribZ_5ybo8RaxQgYv', TIMESTAMP WITH TIME ZONE '@{PT-15.229097038S}', '{"item":"lamp"}', 0),
('letter-by-mail', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter-by-mail', 'letter-by-mail', TIMESTAMP WITH TIME ZONE '@{PT-15.131097038S}', '{"whom":"quotes.letters","patience":3600}', 0),
('01a2281f-7d17-77fe-91d1-2158af9690d5', 1, 'IN', 'REQUEST', 'quotes.letters', 'operation:write-letter', 'operation:quotes.letters', 'letter-to-quotes.letters', 'letter-to-quotes.letters', TIMESTAMP WITH TIME ZONE '@{PT-14.979097038S}', '{"patience":3600,"whom":"quotes.letters"}', 0),
('01a2281f-7d17-77fe-91d1-2158af9690d5', 2, 'OUT', 'REQUEST', 'quotes.letters', 'parley', 'mailbox:quotes.letters', '01a2281f-7d17-77fe-91d1-2158af9690d5.Request', '01a2281f-7d17-77fe-91d1-2158af9690d5:CUqGoP4qrnhrfZ3X-eA-vyVg', TIMESTAMP WITH TIME ZONE '@{PT-14.978097038S}', '{"patience":3600,"whom":"quotes.letters"}', 0),
('letter-by-mail', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter-by-mail.Reply', 'letter-by-mail', TIMESTAMP WITH TIME ZONE '@{PT-14.967097038S}', '{}', 0),
('asked-by-pool', 1, 'IN', 'REQUEST', 'quote-by-pool', 'user:alice', 'operation:quote-by-pool', 'asked-by-pool', 'asked-by-pool', TIMESTAMP WITH TIME ZONE '@{PT-13.675097038S}', '{"item":"lamp"}', 0);     
INSERT INTO "public"."parley_journal" VALUES
('asked-by-pool', 2, 'OUT', 'REQUEST', 'quote-by-pool', 'parley', 'queue:provider.petra', 'asked-by-pool.Request', 'asked-by-pool:xKJ5acOrhQiVcdMkUFZ308kZ', TIMESTAMP WITH TIME ZONE '@{PT-13.674097038S}', '{"item":"lamp"}', 0),
('asked-nobody', 1, 'IN', 'REQUEST', 'quote-by-nobody', 'user:alice', 'operation:quote-by-nobody', 'asked-nobody', 'asked-nobody', TIMESTAMP WITH TIME ZONE '@{PT-13.610097038S}', '{"item":"lamp"}', 0),
('jms-asked', 1, 'IN', 'REQUEST', 'quote', 'queue:reply.alice.upgrade', 'operation:quote', 'jms-asked', 'jms-asked', TIMESTAMP WITH TIME ZONE '@{PT-13.452097038S}', '{"item":"lamp"}', 0),
('jms-asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'jms-asked.Request', 'jms-asked:hZS2jUmKDZ-ckfs8ZVnD6pSP', TIMESTAMP WITH TIME ZONE '@{PT-13.451097038S}', '{"item":"lamp"}', 0),
('jms-temporary', 1, 'IN', 'REQUEST', 'quote', 'temporary:811ef000-f32f-469a-a970-51244639990f', 'operation:quote', 'jms-temporary', 'ID:62701e90-ec11-11f1-a34c-02fc00000001', TIMESTAMP WITH TIME ZONE '@{PT-13.415097038S}', '{"item":"lamp"}', 0),
('jms-temporary', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'jms-temporary.Request', 'jms-temporary:Nia3JlALgU33g9_9A7mDr-1u', TIMESTAMP WITH TIME ZONE '@{PT-13.410097038S}', '{"item":"lamp"}', 0),
('asked', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked', 'asked', TIMESTAMP WITH TIME ZONE '@{PT-13.402097038S}', '{"item":"lamp"}', 0),
('asked', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked.Request', 'asked:Q8fA9x9uGSG5zjBEguZTHlkC', TIMESTAMP WITH TIME ZONE '@{PT-13.398097038S}', '{"item":"lamp"}', 0),
('asked-in-only', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-in-only', 'asked-in-only', TIMESTAMP WITH TIME ZONE '@{PT-13.337097038S}', '{"item":"lamp"}', 0),
('asked-in-only', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-in-only.Request', 'asked-in-only:z8dXuYmJH1E6QOvcSCjnxvVB', TIMESTAMP WITH TIME ZONE '@{PT-13.335097038S}', '{"item":"lamp"}', 0),
('asked-robustly', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-robustly', 'asked-robustly', TIMESTAMP WITH TIME ZONE '@{PT-13.295097038S}', '{"item":"lamp"}', 0),
('asked-robustly', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-robustly.Request', 'asked-robustly:KzH5CUJ9VNmcGvZFJiuhXzeZ', TIMESTAMP WITH TIME ZONE '@{PT-13.294097038S}', '{"item":"lamp"}', 0),
('asked-optionally', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-optionally', 'asked-optionally', TIMESTAMP WITH TIME ZONE '@{PT-13.256097038S}', '{"item":"lamp"}', 0),
('asked-optionally', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-optionally.Request', 'asked-optionally:L_SeBtY7JK7L-PDhehM_h9tw', TIMESTAMP WITH TIME ZONE '@{PT-13.255097038S}', '{"item":"lamp"}', 0),
('asked-until-now', 1, 'IN', 'REQUEST', 'quote', 'user:alice', 'operation:quote', 'asked-until-now', 'asked-until-now', TIMESTAMP WITH TIME ZONE '@{PT-13.165097038S}', '{"item":"lamp"}', 0),
('asked-until-now', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', 'asked-until-now.Request', 'asked-until-now:iMB9J8LcBacFOTIb8P2bBUo8', TIMESTAMP WITH TIME ZONE '@{PT-13.163097038S}', '{"item":"lamp"}', 0),
('letter', 1, 'IN', 'REQUEST', 'write-letter', 'user:alice', 'operation:write-letter', 'letter', 'letter', TIMESTAMP WITH TIME ZONE '@{PT-13.111097038S}', '{"whom":"quote","patience":3600}', 0),
('01a2281f-84ca-71cc-8ae2-08ed007617b3', 1, 'IN', 'REQUEST', 'quote', 'operation:write-letter', 'operation:quote', 'letter-to-quote', 'letter-to-quote', TIMESTAMP WITH TIME ZONE '@{PT-13.008097038S}', '{"patience":3600,"whom":"quote"}', 0),
('01a2281f-84ca-71cc-8ae2-08ed007617b3', 2, 'OUT', 'REQUEST', 'quote', 'parley', 'queue:provider.patient', '01a2281f-84ca-71cc-8ae2-08ed007617b3.Request', '01a2281f-84ca-71cc-8ae2-08ed007617b3:LbMDCSMXYxEZeEtnR-Kxj-CO', TIMESTAMP WITH TIME ZONE '@{PT-13.008097038S}', '{"patience":3600,"whom":"quote"}', 0);               
INSERT INTO "public"."parley_journal" VALUES
('letter', 2, 'OUT', 'REPLY', 'write-letter', 'parley', NULL, 'letter.Reply', 'letter', TIMESTAMP WITH TIME ZONE '@{PT-13.007097038S}', '{}', 0),
('asked-and-acknowledged', 1, 'IN', 'REQUEST', 'quote-acknowledged', 'user:alice', 'operation:quote-acknowledged', 'asked-and-acknowledged', 'asked-and-acknowledged', TIMESTAMP WITH TIME ZONE '@{PT-12.866097038S}', '{"item":"lamp"}', 0),
('asked-and-acknowledged', 2, 'OUT', 'REQUEST', 'quote-acknowledged', 'parley', 'queue:provider.acknowledging', 'asked-and-acknowledged.Request', 'asked-and-acknowledged:IVHCje9whSi6QWjit_bVFSU3', TIMESTAMP WITH TIME ZONE '@{PT-12.866097038S}', '{"item":"lamp"}', 0),
('asked-and-acknowledged', 3, 'IN', 'ACK', 'quote-acknowledged', 'provider', 'parley', 'ID:62e7bf96-ec11-11f1-a34c-02fc00000001', 'asked-and-acknowledged:IVHCje9whSi6QWjit_bVFSU3', TIMESTAMP WITH TIME ZONE '@{PT-12.529097038S}', '{}', 0),
('asked-again', 1, 'IN', 'REQUEST', 'quote-again', 'user:alice', 'operation:quote-again', 'asked-again', 'asked-again', TIMESTAMP WITH TIME ZONE '@{PT-12.126097038S}', '{"item":"lamp"}', 0),
('asked-again', 2, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:DkVcfwoWYBWL88wYI9e7YdpD', TIMESTAMP WITH TIME ZONE '@{PT-12.125097038S}', '{"item":"lamp"}', 0),
('asked-again', 3, 'OUT', 'REQUEST', 'quote-again', 'parley', 'queue:provider.again', 'asked-again.Request', 'asked-again:DkVcfwoWYBWL88wYI9e7YdpD', TIMESTAMP WITH TIME ZONE '@{PT-10.366097038S}', '{"item":"lamp"}', 0),
('pausing', 1, 'IN', 'REQUEST', 'quote-later', 'user:alice', 'operation:quote-later', 'pausing', 'pausing', TIMESTAMP WITH TIME ZONE '@{PT-10.251097038S}', '{"item":"lamp"}', 0),
('pausing', 2, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:zwCLhS8fsOh6P9onizYr_oyE', TIMESTAMP WITH TIME ZONE '@{PT-10.250097038S}', '{"item":"lamp"}', 0),
('pausing', 3, 'OUT', 'REQUEST', 'quote-later', 'parley', 'queue:provider.later', 'pausing.Request', 'pausing:zwCLhS8fsOh6P9onizYr_oyE', TIMESTAMP WITH TIME ZONE '@{PT-8.516097038S}', '{"item":"lamp"}', 0),
('asked-in-order', 1, 'IN', 'REQUEST', 'quote-in-order', 'user:alice', 'operation:quote-in-order', 'asked-in-order', 'asked-in-order', TIMESTAMP WITH TIME ZONE '@{PT-5.302097038S}', '{"item":"lamp"}', 0),
('asked-in-order', 2, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.second', 'asked-in-order.Request', 'asked-in-order:Qnpps9sxYZAVzyrFJmoXngkC', TIMESTAMP WITH TIME ZONE '@{PT-5.301097038S}', '{"item":"lamp"}', 0),
('asked-in-order', 3, 'OUT', 'REQUEST', 'quote-in-order', 'parley', 'queue:provider.first', 'asked-in-order.Request', 'asked-in-order:Qnpps9sxYZAVzyrFJmoXngkC', TIMESTAMP WITH TIME ZONE '@{PT-3.786097038S}', '{"item":"lamp"}', 0),
('bargain-awaited', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-awaited-1', 'bargain-awaited-1', TIMESTAMP WITH TIME ZONE '@{PT-3.674097038S}', '{"item":"lamp","price":60}', 1),
('bargain-awaited', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-awaited.Reply', 'bargain-awaited-1', TIMESTAMP WITH TIME ZONE '@{PT-3.534097038S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('bargain-worked-on', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-1', 'bargain-worked-on-1', TIMESTAMP WITH TIME ZONE '@{PT-3.478097038S}', '{"item":"lamp","price":60}', 1),
('bargain-worked-on', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-worked-on.Reply', 'bargain-worked-on-1', TIMESTAMP WITH TIME ZONE '@{PT-3.397097038S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('jms-bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'queue:reply.alice.upgrade', 'operation:bargain', 'jms-bargain-kept-1', 'jms-bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-3.324097038S}', '{"item":"lamp","price":60}', 1),
('jms-bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', 'queue:reply.alice.upgrade', 'jms-bargain-kept.Reply', 'jms-bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-3.320097038S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1); 
INSERT INTO "public"."parley_journal" VALUES
('bargain-kept', 1, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-kept-1', 'bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-2.944097038S}', '{"item":"lamp","price":60}', 1),
('bargain-kept', 2, 'OUT', 'REPLY', 'bargain', 'parley', NULL, 'bargain-kept.Reply', 'bargain-kept-1', TIMESTAMP WITH TIME ZONE '@{PT-2.729097038S}', '{"agreed":false,"item":"lamp","offers":1,"price":80.00}', 1),
('jms-failing', 1, 'IN', 'REQUEST', 'print-label', 'queue:reply.alice.upgrade', 'operation:print-label', 'jms-failing', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-2.382097038S}', '{"orderId":"order-1","failures":3}', 0),
('jms-failing', 2, 'OUT', 'ACK', 'print-label', 'parley', 'queue:reply.alice.upgrade', 'jms-failing.Ack', 'jms-failing', TIMESTAMP WITH TIME ZONE '@{PT-2.381097038S}', '{"conversationId":"jms-failing","messageId":"jms-failing","correlationId":"jms-failing","operation":"print-label","exchange":"in-out","status":"ACCEPTED","createdAt":"@{PT-2.382097038S Z}","expiresAt":"@{PT59M57.458902962S Z}"}', 0),
('accepted', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted', 'accepted', TIMESTAMP WITH TIME ZONE '@{PT-0.560097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-robustly', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-robustly', 'accepted-robustly', TIMESTAMP WITH TIME ZONE '@{PT-0.509097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-optionally', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-optionally', 'accepted-optionally', TIMESTAMP WITH TIME ZONE '@{PT-0.465097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-in-only', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-in-only', 'accepted-in-only', TIMESTAMP WITH TIME ZONE '@{PT-0.413097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-for-a-queue', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-queue', 'accepted-for-a-queue', TIMESTAMP WITH TIME ZONE '@{PT-0.366097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-for-a-mailbox', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', TIMESTAMP WITH TIME ZONE '@{PT-0.302097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('accepted-until-now', 1, 'IN', 'REQUEST', 'book-courier', 'user:alice', 'operation:book-courier', 'accepted-until-now', 'accepted-until-now', TIMESTAMP WITH TIME ZONE '@{PT-0.251097038S}', '{"orderId":"order-1","address":"1 Loop Road","seconds":0}', 0),
('bargain-worked-on', 3, 'IN', 'REQUEST', 'bargain', 'user:alice', 'operation:bargain', 'bargain-worked-on-2', 'bargain-worked-on-2', TIMESTAMP WITH TIME ZONE '@{PT-0.213097038S}', '{"item":"lamp","price":72}', 2);
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
(1, 'answers', 1, 'alice', '{"owner":"alice","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-18.646097038S}', 'alice'),
(2, 'mail.ready', 3, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-17.744097038S}', 'bob'),
(3, 'mail.delayed', 4, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-17.488097038S}', 'bob'),
(4, 'mail.locked', 5, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-17.430097038S}', 'bob'),
(5, 'mail.lost', 6, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-17.078097038S}', 'bob'),
(6, 'mail.group', 9, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-16.816097038S}', 'bob'),
(7, 'mail.expired', 10, 'bob', '{"owner":"bob","senders":["alice"],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-16.726097038S}', 'bob'),
(8, 'mail.dead', 11, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":1,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-16.660097038S}', 'bob'),
(9, 'quotes.new', 12, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.578097038S}', 'bob'),
(10, 'quotes.locked', 13, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.521097038S}', 'bob'),
(11, 'quotes.letters', 14, 'bob', '{"owner":"bob","senders":[],"lock":"PT30S","timeToLive":"PT336H","maxDeliveries":10,"messages":1000000,"bytes":1073741824}', TIMESTAMP WITH TIME ZONE '@{PT-15.407097038S}', 'bob');    
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
('magazines', 1, 'olga', '{"capacity":1,"pingEvery":"PT2H","pingTimeout":"PT10M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 1, 1, FALSE, 1, 1, 1, TIMESTAMP WITH TIME ZONE '@{PT-14.751097038S}', 'olga'),
('vans', 2, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, FALSE, 1, 0, 2, TIMESTAMP WITH TIME ZONE '@{PT-14.555097038S}', 'olga'),
('leases', 3, 'olga', '{"capacity":2,"pingEvery":"PT15M","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":true,"holders":["*"]}', 2, 2, TRUE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-14.276097038S}', 'olga'),
('journals', 4, 'olga', '{"capacity":2,"pingEvery":"PT2H","pingTimeout":"PT30S","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["*"]}', 2, 2, FALSE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-14.197097038S}', 'olga'),
('couriers', 5, 'olga', '{"capacity":2,"pingEvery":"PT3M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, FALSE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-13.843097038S}', 'olga'),
('late-couriers', 6, 'olga', '{"capacity":2,"pingEvery":"PT3M","pingTimeout":"PT1M","pingAttempts":3,"pressure":0.9,"lease":false,"holders":["petra"]}', 2, 2, FALSE, 1, 0, 1, TIMESTAMP WITH TIME ZONE '@{PT-13.548097038S}', 'olga');        
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
(1, 6, TIMESTAMP WITH TIME ZONE '@{PT-16.993097038S}'),
(1, 7, TIMESTAMP WITH TIME ZONE '@{PT-16.866097038S}'),
(1, 8, TIMESTAMP WITH TIME ZONE '@{PT-16.768097038S}');   
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
(4, 'RECEPTION', 'user:bob', 'poll-mail.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '4.3fvY_fxAJwackE4iEeV7qH5a', TIMESTAMP WITH TIME ZONE '@{PT167H59M42.648902962S}'),
(5, 'RECEPTION', 'user:bob', 'poll-mail.lost', '78827f36b005f28047fd815d5a735f0201bc9e5094452590cf014aaa3ccfcf4d', '5.-bCALkFeXP7gfKr6uXo4b8fP', TIMESTAMP WITH TIME ZONE '@{PT167H59M42.960902962S}'),
(6, 'MESSAGE', 'user:alice', 'mail-group-1', '44872720b4601bb5845860e9b7a20caf8cfd49407d8205eb9460a72e953fbfcf', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.006902962S}'),
(6, 'MESSAGE', 'user:alice', 'mail-group-2', '136bc76c7cd786b3b8498c3da50f497f08b7033f59ad170d9863c565394a0897', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.133902962S}'),
(6, 'MESSAGE', 'user:alice', 'mail-group-3', 'ef3e67241ac5071604ad5203cc18472adb20a178b12e6eb1b23d9243687b95f3', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.231902962S}'),
(6, 'RECEPTION', 'user:bob', 'poll-mail.group', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '6.Qbn2S8yEf56rbZGGCgP5opdm', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.249902962S}'),
(7, 'MESSAGE', 'user:alice', 'mail-5', '15fa2696951a16f72df47b399ba492bed7e307033059c4856296cb0b069ccd08', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.308902962S}'),
(8, 'MESSAGE', 'user:bob', 'mail-6', '4d2312c6d1cbeddc87f266c7080d076c5d892147aa9532c4d99e008a9f4577e8', '', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.354902962S}'),
(8, 'RECEPTION', 'user:bob', 'poll-mail.dead', 'c86d6f7dd2e00cc930b47a88f24972a5f6d8947dba69659b7dd3daf98474d44f', '10.iU5XD5IWtg0e3pnNXEWgw1Qb', TIMESTAMP WITH TIME ZONE '@{PT167H59M43.371902962S}'),
(10, 'RECEPTION', 'user:bob', 'poll-quotes.locked', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '12.cvVsN6uiKcEYvTp2oeVT8zMy', TIMESTAMP WITH TIME ZONE '@{PT167H59M44.835902962S}'),
(11, 'RECEPTION', 'user:bob', 'poll-quotes.letters', 'abb7a5e81901aaab49e3b48eb8acb514232fb234c8530d1b6d1208fed5f357e1', '13.AyLA8Y7rbpIlrLtmXohoyjYY', TIMESTAMP WITH TIME ZONE '@{PT167H59M45.181902962S}');        
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
('succeeded', 2, 'SUCCEEDED', 'place-order', 'in-out', 'user:alice', 'alice', 'succeeded', 'succeeded', NULL, NULL, FALSE, NULL, 1, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-25.362097038S}', TIMESTAMP WITH TIME ZONE '@{PT-23.957097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M34.100902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M36.042902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('faulted', 2, 'FAULTED', 'reserve-stock', 'in-out', 'user:alice', 'alice', 'faulted', 'faulted', NULL, NULL, FALSE, NULL, 1, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-24.783097038S}', TIMESTAMP WITH TIME ZONE '@{PT-23.988097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M35.121902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M36.011902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('succeeded-in-only', 2, 'SUCCEEDED', 'record-visit', 'in-only', 'user:alice', 'alice', 'succeeded-in-only', 'succeeded-in-only', NULL, NULL, FALSE, NULL, 1, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-24.629097038S}', TIMESTAMP WITH TIME ZONE '@{PT-24.044097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M35.342902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M35.955902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('jms-succeeded', 1, 'SUCCEEDED', 'place-order', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-succeeded', 'jms-succeeded', 'queue:reply.alice.upgrade', NULL, TRUE, 'state of jms-succeeded', 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-23.871097038S}', TIMESTAMP WITH TIME ZONE '@{PT-23.535097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M36.112902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M36.464902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('jms-faulted', 1, 'FAULTED', 'reserve-stock', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-faulted', 'jms-faulted', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', FALSE, 'state of jms-faulted', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-23.873097038S}', TIMESTAMP WITH TIME ZONE '@{PT-23.867097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M36.116902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M36.132902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('bargain-ended', 4, 'SUCCEEDED', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-ended-2', 'bargain-ended-2', NULL, NULL, FALSE, NULL, 0, NULL, 4, TIMESTAMP WITH TIME ZONE '@{PT-23.852097038S}', TIMESTAMP WITH TIME ZONE '@{PT-22.440097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M37.232902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M37.559902962S}', 0, NULL, NULL, 0, FALSE, NULL, 2, FALSE, '{"offers":1,"price":80.00}', 3, NULL),
('bargain-missed', 3, 'EXPIRED', 'bargain-quickly', 'in-out', 'user:alice', 'alice', 'bargain-missed', 'bargain-missed', NULL, NULL, FALSE, NULL, 1, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-22.387097038S}', TIMESTAMP WITH TIME ZONE '@{PT-19.214097038S}', TIMESTAMP WITH TIME ZONE '@{PT-19.229097038S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M40.785902962S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('cancelled', 1, 'CANCELLED', 'quote-never', 'in-out', 'user:alice', 'alice', 'cancelled', 'cancelled', NULL, NULL, FALSE, NULL, 0, NULL, 4, TIMESTAMP WITH TIME ZONE '@{PT-22.058097038S}', TIMESTAMP WITH TIME ZONE '@{PT-21.956097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M37.918902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M38.043902962S}', 0, 'BYI_69oUIttranpMDmHWlFFk', 'queue:provider.never', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M37.918902962S}', NULL, FALSE, NULL, 1, NULL),
('expired', 1, 'EXPIRED', 'quote-never', 'in-out', 'user:alice', 'alice', 'expired', 'expired', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-21.886097038S}', TIMESTAMP WITH TIME ZONE '@{PT-20.864097038S}', TIMESTAMP WITH TIME ZONE '@{PT-20.901097038S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M39.135902962S}', 0, 'B72NfjJaP9cwj0DQl3Uvcwog', 'queue:provider.never', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT-20.901097038S}', NULL, FALSE, NULL, 1, NULL);      
INSERT INTO "public"."parley_conversation" VALUES
('asked-by-mail', 0, 'RUNNING', 'quotes.new', 'in-out', 'user:alice', 'alice', 'asked-by-mail', 'asked-by-mail', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-15.312097038S}', TIMESTAMP WITH TIME ZONE '@{PT-15.312097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M44.669902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M44.669902962S}', 0, 'OaqJXKI2xSOtj7YkwtOn0tJa', 'mailbox:quotes.new', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M44.669902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-by-locked-mail', 0, 'RUNNING', 'quotes.locked', 'in-out', 'user:alice', 'alice', 'asked-by-locked-mail', 'asked-by-locked-mail', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-15.230097038S}', TIMESTAMP WITH TIME ZONE '@{PT-15.230097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M44.740902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M44.740902962S}', 0, 'bzZn-ZGribZ_5ybo8RaxQgYv', 'mailbox:quotes.locked', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M44.740902962S}', NULL, FALSE, NULL, 1, NULL),
('letter-by-mail', 2, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter-by-mail', 'letter-by-mail', NULL, NULL, FALSE, NULL, 1, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-15.131097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.967097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M44.854902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M45.032902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('01a2281f-7d17-77fe-91d1-2158af9690d5', 0, 'RUNNING', 'quotes.letters', 'in-out', 'operation:write-letter', NULL, 'letter-to-quotes.letters', 'letter-to-quotes.letters', 'operation:letter-is-answered', NULL, FALSE, 'for letter-by-mail', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-14.979097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.979097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M45.003902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M45.003902962S}', 1, 'CUqGoP4qrnhrfZ3X-eA-vyVg', 'mailbox:quotes.letters', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M45.003902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-by-pool', 0, 'RUNNING', 'quote-by-pool', 'in-out', 'user:alice', 'alice', 'asked-by-pool', 'asked-by-pool', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.675097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.675097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.288902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.288902962S}', 0, 'xKJ5acOrhQiVcdMkUFZ308kZ', 'queue:provider.petra', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.288902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-nobody', 0, 'RUNNING', 'quote-by-nobody', 'in-out', 'user:alice', 'alice', 'asked-nobody', 'asked-nobody', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-13.610097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.610097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.377902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M46.389902962S}', 0, '-axRCQDn9xRqdX7fSXzybWaj', NULL, 1, TRUE, TIMESTAMP WITH TIME ZONE '@{PT2M46.389902962S}', NULL, FALSE, NULL, 1, NULL),
('jms-asked', 0, 'RUNNING', 'quote', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-asked', 'jms-asked', 'queue:reply.alice.upgrade', NULL, FALSE, 'state of jms-asked', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.452097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.452097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.541902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.541902962S}', 0, 'hZS2jUmKDZ-ckfs8ZVnD6pSP', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.541902962S}', NULL, FALSE, NULL, 1, 'group-7'),
('jms-temporary', 0, 'RUNNING', 'quote', 'in-out', 'temporary:811ef000-f32f-469a-a970-51244639990f', NULL, 'jms-temporary', 'ID:62701e90-ec11-11f1-a34c-02fc00000001', 'temporary:811ef000-f32f-469a-a970-51244639990f', NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.415097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.415097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.571902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.571902962S}', 0, 'Nia3JlALgU33g9_9A7mDr-1u', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.571902962S}', NULL, FALSE, NULL, 1, NULL);       
INSERT INTO "public"."parley_conversation" VALUES
('asked', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked', 'asked', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.402097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.402097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.574902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.574902962S}', 0, 'Q8fA9x9uGSG5zjBEguZTHlkC', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.574902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-in-only', 1, 'SUCCEEDED', 'quote', 'in-only', 'user:alice', 'alice', 'asked-in-only', 'asked-in-only', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.337097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.337097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.652902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M46.662902962S}', 0, 'z8dXuYmJH1E6QOvcSCjnxvVB', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.652902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-robustly', 0, 'RUNNING', 'quote', 'robust-in-only', 'user:alice', 'alice', 'asked-robustly', 'asked-robustly', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.295097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.295097038S}', TIMESTAMP WITH TIME ZONE '@{PT2M16.693902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M16.693902962S}', 0, 'KzH5CUJ9VNmcGvZFJiuhXzeZ', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M16.693902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-optionally', 0, 'RUNNING', 'quote', 'in-optional-out', 'user:alice', 'alice', 'asked-optionally', 'asked-optionally', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.256097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.256097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.729902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.729902962S}', 0, 'L_SeBtY7JK7L-PDhehM_h9tw', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.729902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-until-now', 0, 'RUNNING', 'quote', 'in-out', 'user:alice', 'alice', 'asked-until-now', 'asked-until-now', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.165097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.165097038S}', TIMESTAMP WITH TIME ZONE '@{PT2M16.820902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M16.820902962S}', 0, 'iMB9J8LcBacFOTIb8P2bBUo8', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M16.820902962S}', NULL, FALSE, NULL, 1, NULL),
('letter', 1, 'SUCCEEDED', 'write-letter', 'in-out', 'user:alice', 'alice', 'letter', 'letter', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.111097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.007097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.870902962S}', TRUE, TIMESTAMP WITH TIME ZONE '@{PT167H59M46.992902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('01a2281f-84ca-71cc-8ae2-08ed007617b3', 0, 'RUNNING', 'quote', 'in-out', 'operation:write-letter', NULL, 'letter-to-quote', 'letter-to-quote', 'operation:letter-is-answered', NULL, FALSE, 'for letter', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-13.008097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.008097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M46.988902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.988902962S}', 1, 'LbMDCSMXYxEZeEtnR-Kxj-CO', 'queue:provider.patient', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M46.988902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-and-acknowledged', 1, 'RUNNING', 'quote-acknowledged', 'in-out', 'user:alice', 'alice', 'asked-and-acknowledged', 'asked-and-acknowledged', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-12.866097038S}', TIMESTAMP WITH TIME ZONE '@{PT-12.530097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M47.113902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M47.113902962S}', 0, 'IVHCje9whSi6QWjit_bVFSU3', 'queue:provider.acknowledging', 1, FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M47.113902962S}', NULL, FALSE, NULL, 1, NULL);    
INSERT INTO "public"."parley_conversation" VALUES
('asked-again', 2, 'RUNNING', 'quote-again', 'in-out', 'user:alice', 'alice', 'asked-again', 'asked-again', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-12.126097038S}', TIMESTAMP WITH TIME ZONE '@{PT-10.366097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M47.837902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M49.633902962S}', 0, 'DkVcfwoWYBWL88wYI9e7YdpD', 'queue:provider.again', 2, FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M49.633902962S}', NULL, FALSE, NULL, 1, NULL),
('pausing', 3, 'RUNNING', 'quote-later', 'in-out', 'user:alice', 'alice', 'pausing', 'pausing', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-10.251097038S}', TIMESTAMP WITH TIME ZONE '@{PT-7.005097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M49.740902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M52.994902962S}', 0, 'zwCLhS8fsOh6P9onizYr_oyE', 'queue:provider.later', 2, TRUE, TIMESTAMP WITH TIME ZONE '@{PT2M52.994902962S}', NULL, FALSE, NULL, 1, NULL),
('asked-in-order', 1, 'RUNNING', 'quote-in-order', 'in-out', 'user:alice', 'alice', 'asked-in-order', 'asked-in-order', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-5.302097038S}', TIMESTAMP WITH TIME ZONE '@{PT-3.787097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M54.674902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M56.212902962S}', 0, 'Qnpps9sxYZAVzyrFJmoXngkC', 'queue:provider.first', 2, FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M56.212902962S}', NULL, FALSE, NULL, 1, NULL),
('bargain-awaited', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-awaited-1', 'bargain-awaited-1', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-3.674097038S}', TIMESTAMP WITH TIME ZONE '@{PT-3.535097038S}', TIMESTAMP WITH TIME ZONE '@{PT9M56.464902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT9M56.464902962S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('bargain-worked-on', 2, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-worked-on-2', 'bargain-worked-on-2', NULL, NULL, FALSE, NULL, 0, NULL, 3, TIMESTAMP WITH TIME ZONE '@{PT-3.478097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.213097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.777902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.777902962S}', 0, NULL, NULL, 0, FALSE, NULL, 2, FALSE, '{"offers":1,"price":80.00}', 3, NULL),
('jms-bargain-kept', 0, 'RUNNING', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-kept-1', 'jms-bargain-kept-1', 'queue:reply.alice.upgrade', NULL, FALSE, 'state of jms-bargain-kept-1', 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-3.325097038S}', TIMESTAMP WITH TIME ZONE '@{PT-3.320097038S}', TIMESTAMP WITH TIME ZONE '@{PT9M56.679902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M26.934902962S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('jms-bargain-without-first', 0, 'ACCEPTED', 'bargain', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-bargain-without-first-2', 'jms-bargain-without-first-2', 'queue:reply.alice.upgrade', NULL, TRUE, 'state of jms-bargain-without-first-2', 0, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT-2.950097038S}', TIMESTAMP WITH TIME ZONE '@{PT-2.950097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.024902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M57.024902962S}', 0, NULL, NULL, 0, FALSE, NULL, 0, TRUE, NULL, 0, NULL),
('bargain-kept', 1, 'RUNNING', 'bargain', 'in-out', 'user:alice', 'alice', 'bargain-kept-1', 'bargain-kept-1', NULL, NULL, FALSE, NULL, 0, NULL, 2, TIMESTAMP WITH TIME ZONE '@{PT-2.944097038S}', TIMESTAMP WITH TIME ZONE '@{PT-2.746097038S}', TIMESTAMP WITH TIME ZONE '@{PT9M57.253902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT9M57.253902962S}', 0, NULL, NULL, 0, FALSE, NULL, 1, TRUE, '{"offers":1,"price":80.00}', 1, NULL),
('jms-failing', 2, 'RUNNING', 'print-label', 'in-out', 'queue:reply.alice.upgrade', NULL, 'jms-failing', 'jms-failing', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade.faults', TRUE, 'state of jms-failing', 2, 'java.lang.IllegalStateException: The printer jammed at attempt 2', 2, TIMESTAMP WITH TIME ZONE '@{PT-2.382097038S}', TIMESTAMP WITH TIME ZONE '@{PT-1.034097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M57.458902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M57.458902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL);  
INSERT INTO "public"."parley_conversation" VALUES
('accepted', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted', 'accepted', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.560097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.560097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.403902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.403902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-robustly', 0, 'ACCEPTED', 'book-courier', 'robust-in-only', 'user:alice', 'alice', 'accepted-robustly', 'accepted-robustly', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.509097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.509097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.476902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.476902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-optionally', 0, 'ACCEPTED', 'book-courier', 'in-optional-out', 'user:alice', 'alice', 'accepted-optionally', 'accepted-optionally', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.465097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.465097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.512902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.512902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-in-only', 0, 'ACCEPTED', 'book-courier', 'in-only', 'user:alice', 'alice', 'accepted-in-only', 'accepted-in-only', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.413097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.413097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.556902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.556902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-for-a-queue', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-queue', 'accepted-for-a-queue', 'queue:reply.alice.upgrade', NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.366097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.366097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.618902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.618902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-for-a-mailbox', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-for-a-mailbox', 'accepted-for-a-mailbox', 'mailbox:answers', NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.302097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.302097038S}', TIMESTAMP WITH TIME ZONE '@{PT59M59.653902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT59M59.653902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL),
('accepted-until-now', 0, 'ACCEPTED', 'book-courier', 'in-out', 'user:alice', 'alice', 'accepted-until-now', 'accepted-until-now', NULL, NULL, FALSE, NULL, 0, NULL, 1, TIMESTAMP WITH TIME ZONE '@{PT-0.251097038S}', TIMESTAMP WITH TIME ZONE '@{PT-0.251097038S}', TIMESTAMP WITH TIME ZONE '@{PT2M29.739902962S}', FALSE, TIMESTAMP WITH TIME ZONE '@{PT2M29.739902962S}', 0, NULL, NULL, 0, FALSE, NULL, NULL, FALSE, NULL, 1, NULL);             
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
('01a2281f-7e5f-74f5-9e0e-570aecd23516', 'magazines', 'user:alice', 'mailbox:answers', 'ASKED', TIMESTAMP WITH TIME ZONE '@{PT-14.676097038S}', 'magazines/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-14.676097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.676097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.676097038S}', '01a2281f-7e5f-74f5-9e0e-570aecd23516.LGlNsQcnQ3YMIQgebi8hlpiv', 1, TIMESTAMP WITH TIME ZONE '@{PT9M45.399902962S}', NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT9M45.399902962S}', NULL, 'grant-of-magazines'),
('01a2281f-7e87-77ca-96eb-a35c80d88bbf', 'magazines', 'user:bob', NULL, 'WAITING', TIMESTAMP WITH TIME ZONE '@{PT-14.613097038S}', NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT-14.613097038S}', NULL, NULL, NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT1H59M45.386902962S}', NULL, 'grant-of-magazines'),
('01a2281f-7f2d-72f9-ac62-aa5947cd4567', 'vans', 'user:alice', NULL, 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-14.459097038S}', 'VAN-1', 1, TIMESTAMP WITH TIME ZONE '@{PT-14.459097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.459097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.459097038S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT1H53M37.678902962S}', NULL, 'grant-of-vans'),
('01a2281f-7f46-7631-b826-52c050f9dcfb', 'vans', 'user:bob', NULL, 'RELEASED', TIMESTAMP WITH TIME ZONE '@{PT-14.422097038S}', 'VAN-2', 2, TIMESTAMP WITH TIME ZONE '@{PT-14.422097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.422097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.422097038S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT167H59M45.601902962S}', 'RELEASED', 'grant-of-vans'),
('01a2281f-800d-750a-a00b-04e5c964d018', 'leases', 'user:alice', NULL, 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-14.240097038S}', 'leases/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-14.240097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.240097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.240097038S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT14M45.759902962S}', NULL, 'grant-of-leases'),
('01a2281f-80bb-7831-81f3-1cf480f289ae', 'journals', 'queue:reply.alice.upgrade', 'queue:reply.alice.upgrade', 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-14.053097038S}', 'journals/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-14.053097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.053097038S}', TIMESTAMP WITH TIME ZONE '@{PT-14.053097038S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT1H59M15.118902962S}', NULL, 'grant-of-journals'),
('01a2281f-81f0-7ff0-85a1-eb0f668658b7', 'couriers', 'user:petra', 'queue:provider.petra', 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-13.741097038S}', 'couriers/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-13.741097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.741097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.741097038S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT2M29.971902962S}', NULL, 'grant-of-couriers'),
('01a2281f-82dd-778c-abb3-e01ba884bd27', 'late-couriers', 'user:petra', 'queue:provider.petra.late', 'HELD', TIMESTAMP WITH TIME ZONE '@{PT-13.503097038S}', 'late-couriers/1', 1, TIMESTAMP WITH TIME ZONE '@{PT-13.503097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.503097038S}', TIMESTAMP WITH TIME ZONE '@{PT-13.503097038S}', NULL, 0, NULL, NULL, 0, TIMESTAMP WITH TIME ZONE '@{PT2M42.738902962S}', NULL, 'grant-of-late-couriers'); 
CREATE INDEX "public"."parley_grant_due_ix" ON "public"."parley_grant"("due_at" NULLS LAST);   
CREATE INDEX "public"."parley_grant_place_ix" ON "public"."parley_grant"("pool" NULLS LAST, "state" NULLS LAST, "place_at" NULLS LAST);        
CREATE CACHED TABLE "public"."parley_uptime"(
    "id" INTEGER NOT NULL,
    "seen_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "resumed_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL
);          
ALTER TABLE "public"."parley_uptime" ADD CONSTRAINT "public"."parley_uptime_pk" PRIMARY KEY("id");             
INSERT INTO "public"."parley_uptime" VALUES
(1, TIMESTAMP WITH TIME ZONE '@{PT-1.004097038S}', TIMESTAMP WITH TIME ZONE '@{PT-36.310097038S}'); 
ALTER TABLE "public"."parley_mailbox" ADD CONSTRAINT "public"."parley_mailbox_name_uk" UNIQUE("name");         
ALTER TABLE "public"."parley_grant" ADD CONSTRAINT "public"."parley_grant_request_uk" UNIQUE("pool", "holder", "request_key"); 
ALTER TABLE "public"."parley_mail_group" ADD CONSTRAINT "public"."parley_mail_group_uk" UNIQUE("mailbox", "group_key");        
