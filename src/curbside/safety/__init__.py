"""What must not be forgotten: the gate over judged claims."""
