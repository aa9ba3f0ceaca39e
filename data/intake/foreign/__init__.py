"""Read tables as people send them into rows of declared tables; nothing a file holds raises."""
