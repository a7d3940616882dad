"""An MQTT 5 device on Eclipse Paho for Python: asks for the time, then publishes one batch twice by a topic alias."""
import sys
import threading

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

port, user, password, file = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
prefix = "kw/v1/" + user
answered = threading.Event()
ready = threading.Event()


def on_message(client, data, message):
    print(message.payload.decode())
    answered.set()


client = mqtt.Client(client_id="python", protocol=mqtt.MQTTv5)
client.username_pw_set(user, password)
client.will_set(prefix + "/readings", "gone", qos=1)
client.on_message = on_message
client.on_subscribe = lambda *_: ready.set()
client.connect("127.0.0.1", port, keepalive=30)
client.loop_start()
client.subscribe(prefix + "/receipts")
assert ready.wait(30), "not subscribed"
client.publish(prefix + "/time", b"", qos=1).wait_for_publish()
assert answered.wait(30), "no answer"
with open(file, "rb") as day:
    batch = day.read()
acknowledged = 0
for topic in (prefix + "/readings", ""):
    alias = Properties(PacketTypes.PUBLISH)
    alias.TopicAlias = 4
    sent = client.publish(topic, batch, qos=1, properties=alias) if topic else None
    if sent is None:
        # Paho refuses an empty topic unless it has an alias; older releases refuse it always.
        try:
            sent = client.publish("", batch, qos=1, properties=alias)
        except ValueError:
            sent = client.publish(prefix + "/readings", batch, qos=1)
    sent.wait_for_publish()
    acknowledged += 1
print("acknowledged", acknowledged)
client.disconnect()
client.loop_stop()
