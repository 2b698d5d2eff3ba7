-- Subscriptions that are webhooks: what signs what they get, and which URL has agreed to get it. They end with their subscription.
create table parley_webhook (
    subscription  varchar(201)  not null,
    secret        varchar(200)  not null,
    secret_before varchar(200),
    before_until  timestamp(6) with time zone,
    proved        varchar(1000),
    constraint parley_webhook_pk primary key (subscription),
    constraint parley_webhook_subscription_fk foreign key (subscription) references parley_subscription (name) on delete cascade
);
