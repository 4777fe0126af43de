-- Open311 lets a description have 4,000 characters; people at a screen still write up to 2,000.
alter table cases.report
  drop constraint report_words_check,
  add constraint report_words_check check (length(words) between 1 and 4000);
