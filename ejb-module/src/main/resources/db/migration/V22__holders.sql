-- A pool that names no holders is for who runs it. One that was stored before holders could be named goes on being for everybody.
update parley_pool set definition = substr(definition, 1, length(definition) - 1) || ',"holders":["*"]}' where definition not like '%"holders":[%';
