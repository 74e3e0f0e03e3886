-- A change of a timetable is a new timetable.
DROP TABLE plan_edit;
