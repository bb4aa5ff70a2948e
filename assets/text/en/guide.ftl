# The guide of a scenario: the strip under the panels.
guide-next = Next
guide-leave = leave the guide
guide-left = You play without the guide. [[X]] brings it back.
guide-try = your turn
guide-count = { $place } of { $count }
