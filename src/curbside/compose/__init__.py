"""Evidence and topics become a draft."""
