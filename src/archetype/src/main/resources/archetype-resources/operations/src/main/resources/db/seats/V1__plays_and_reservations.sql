create table seats_play (play varchar(100) primary key, seats_left integer not null);
insert into seats_play (play, seats_left) values ('Hamlet', 100);
create table seats_reservation (id varchar(36) primary key, play varchar(100) not null, seats integer not null);
