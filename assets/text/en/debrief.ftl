debrief-course = The course of the region
debrief-questions = To talk about
debrief-again = Play again
debrief-title = to the title
