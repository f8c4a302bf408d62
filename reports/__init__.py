"""Paper: documents as PDF, made from frozen facts. The only door is ``reports.render``."""
