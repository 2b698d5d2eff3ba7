-- What Parley says of a message besides its fields, for messages that it sends itself: a JSON object, named as the properties over JMS.
alter table parley_mail add column properties varchar(1048576);
alter table parley_mail_dead add column properties varchar(1048576);
