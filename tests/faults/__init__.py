"""What must hold when the disk, the system or another program misbehaves."""
