"""Files as people send them: any sheet found, understood and turned into declared rows."""
