-- Run at every start: each statement by itself, and without effect if it was run before. H2 and PostgreSQL.
-- No unique constraint on purpose: an effect that happens twice must be seen twice.
CREATE TABLE IF NOT EXISTS ordering_effect (id VARCHAR(36) PRIMARY KEY, operation VARCHAR(100) NOT NULL, message_id VARCHAR(512) NOT NULL, conversation_id VARCHAR(512) NOT NULL, detail VARCHAR(4000) NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL);
CREATE INDEX IF NOT EXISTS ordering_effect_message ON ordering_effect (message_id);
-- How often a label was tried; one row for each try, written in a transaction of its own.
CREATE TABLE IF NOT EXISTS ordering_label_attempt (id VARCHAR(36) PRIMARY KEY, message_id VARCHAR(512) NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL);
CREATE INDEX IF NOT EXISTS ordering_label_attempt_message ON ordering_label_attempt (message_id);
-- The vans, and who has which.
CREATE TABLE IF NOT EXISTS ordering_van (plate VARCHAR(20) PRIMARY KEY, holder VARCHAR(300));
INSERT INTO ordering_van (plate) SELECT 'VAN-1' WHERE NOT EXISTS (SELECT 1 FROM ordering_van WHERE plate = 'VAN-1');
INSERT INTO ordering_van (plate) SELECT 'VAN-2' WHERE NOT EXISTS (SELECT 1 FROM ordering_van WHERE plate = 'VAN-2');
