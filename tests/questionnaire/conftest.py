"""How this room's properties are tried."""

from hypothesis import HealthCheck, settings

# No property may hang on how fast or how busy the machine is.
settings.register_profile(
    "peil", max_examples=60, deadline=None, suppress_health_check=(HealthCheck.too_slow,)
)
settings.load_profile("peil")
