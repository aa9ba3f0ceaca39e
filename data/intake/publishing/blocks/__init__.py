"""Part the pupils' results of a version into blocks that every page shows whole or not at all."""
