-- Tickets are taken and halls looked at with many tickets of the day behind them: each question by its own index.
create index ticket_missed_idx on counters.ticket (centre, day) where state = 'no_show';
create index ticket_at_hall_idx on counters.ticket (centre, day) where state in ('called', 'serving');
